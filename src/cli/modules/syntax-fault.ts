import type { SourcePlace } from '../../diagnostics/diagnostic.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { importedTexts } from './imported-texts.ts'

/** A module whose text is none of its language. */
export interface SyntaxFault {
  readonly message: string
  readonly place: Required<SourcePlace>
}

/** How the compiler tells of it, its columns counted from 0. */
const thrown = /^ParseError: ([\s\S]*?)\s*\n\s*(.+):(\d+):(\d+)\s*$/

/** What the compiler says of a text in the error that it throws; undefined for any other error. */
export function thrownSyntaxFault(error: unknown): SyntaxFault | undefined {
  const [, message, file, line, column] = thrown.exec(error instanceof Error ? error.message : '') ?? []
  if (message === undefined || file === undefined) return undefined
  return { message, place: { file, line: Number(line), column: Number(column) + 1 } }
}

/** What it writes in the place of a module that it cannot compile. */
const stub = /^exports\.__JITI_ERROR__ = (\{.*\})$/m

/**
 * Looks for the module whose syntax an engine refused without saying which: the one that was asked for, and those that it
 * imports by their paths. Their texts are compiled and not run.
 */
export async function findSyntaxFault(path: string): Promise<SyntaxFault | undefined> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(path, { fsCache: false })
  for (const { file, source } of importedTexts(path)) {
    const [, found] = stub.exec(jiti.transform({ source, filename: file, ts: /\.[cm]?tsx?$/.test(file) })) ?? []
    const told: unknown = found === undefined ? undefined : JSON.parse(found)
    if (isRecord(told)) {
      const { line, column } = told
      const message = readText(told, 'message')?.trim() ?? ''
      return { message, place: { file, line: Number(line), column: Number(column) + 1 } }
    }
  }
  return undefined
}
