import { readFileSync } from 'node:fs'

/** One row of `src/schema/node-types.json`. */
export interface NodeTypeRow {
  readonly command: string
  readonly code?: number
  readonly engine?: string
  readonly extension?: string
  readonly language?: string
  readonly datasourceType?: string
  readonly title?: string
  /** Name of the factory of a plain node. */
  readonly factory?: string
  /** Why a row has no factory. */
  readonly notPlain?: string
  /** What sources leave open. */
  readonly doubts?: readonly string[]
}

/** The table of node types. */
export function readNodeTypes(): readonly NodeTypeRow[] {
  return JSON.parse(readFileSync(new URL('../schema/node-types.json', import.meta.url), 'utf8'))
}
