import type { ParameterDiagnostic } from './parameter-diagnostic.ts'
import type { ParameterPart } from './parameter-part.ts'

/**
 * What `parseParameter` gives. Of a parameter that can be used, the diagnostics are warnings; otherwise there is at least
 * one error among them, and what could not be read is a part of text.
 *
 * @example
 * ```ts
 * import { type ParameterParseResult, parseParameter } from 'flowspec/schedule'
 *
 * const result: ParameterParseResult = parseParameter('$[yyyy-mm-dd hh24:mi:ss]')
 * for (const { severity, column, message } of result.diagnostics) {
 *   process.stdout.write(`${severity} at ${column}: ${message}\n`)
 * }
 * ```
 */
export interface ParameterParseResult {
  /** Whether there is no error. */
  readonly ok: boolean
  /** The parts in order; their texts together are the parameter as written. */
  readonly parts: readonly ParameterPart[]
  /** What is wrong or may be misread, in the order of the places. */
  readonly diagnostics: readonly ParameterDiagnostic[]
}
