import { readdirSync } from 'node:fs'
import type { Answer } from '../../../src/dataworks/operations/answer.ts'
import type { Operation, ParameterType, RequiredParameter } from '../../../src/dataworks/operations/operation.ts'

/** What the table of an operation says of how it is called. */
export type CalledOperation = Pick<Operation<Record<never, never>, unknown>, 'action' | 'version' | 'method'> & {
  readonly parameters: Readonly<Record<string, ParameterType | RequiredParameter>>
  readonly inQuery?: readonly string[]
  readonly read: (answer: Answer) => unknown
}

function isOperation(value: unknown): value is CalledOperation {
  return typeof value === 'object' && value !== null && 'action' in value && 'parameters' in value
}

const folder = new URL('../../../src/dataworks/operations/', import.meta.url)

/** Every operation that a file of the tables exports, so that no new one is forgotten. */
export async function operationTables(): Promise<readonly CalledOperation[]> {
  const found: CalledOperation[] = []
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts')) continue
    const module: object = await import(/* @vite-ignore */ new URL(file, folder).href)
    found.push(...Object.values(module).filter(isOperation))
  }
  return found
}
