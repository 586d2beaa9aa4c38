import type { Diagnostic } from './diagnostic.ts'
import { printable } from './printable.ts'

function formatOne(diagnostic: Diagnostic): string {
  const place = diagnostic.path === '' ? '(document)' : diagnostic.path
  const source = diagnostic.source
  const where = source === undefined ? '' : ` (${source.file ?? 'text'}:${source.line}:${source.column})`
  const lines = [`${diagnostic.severity} ${diagnostic.rule} at ${place}${where}`, `  ${diagnostic.message}`]
  if (diagnostic.hint !== undefined) lines.push(`  ${diagnostic.hint}`)
  return lines.map(printable).join('\n')
}

/**
 * Writes diagnostics as text for people, one after the other.
 *
 * @param diagnostics - what {@link checkSpec}, a builder's `check()` or a {@link FlowSpecError} gave
 * @returns the text without a final line break; the empty string for no diagnostics
 *
 * @example
 * ```ts
 * import { checkSpec, formatDiagnostics } from 'flowspec'
 *
 * process.stdout.write(`${formatDiagnostics(checkSpec({ kind: 'CycleWorkflow' }))}\n`)
 * ```
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(formatOne).join('\n')
}
