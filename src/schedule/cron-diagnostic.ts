import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CronField } from './cron-field.ts'

/**
 * A diagnostic about the text of a cron, with its place in that text.
 *
 * @example
 * ```ts
 * import { parseCron } from 'flowspec/schedule'
 *
 * const result = parseCron('00 02 25 * * ?')
 * if (!result.ok) {
 *   for (const { field, column, message } of result.diagnostics) {
 *     process.stdout.write(`${field ?? 'cron'} at ${column}: ${message}\n`)
 *   }
 * }
 * ```
 */
export interface CronDiagnostic extends Diagnostic {
  /** The field the diagnostic speaks of; absent when it is the text as a whole. */
  readonly field?: CronField
  /** Where the place begins in the text, counting from 1. */
  readonly column: number
  /** How many characters of the text are meant; 0 where something is missing. */
  readonly length: number
}
