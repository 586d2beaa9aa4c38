import type { Diagnostic } from '../../diagnostics/diagnostic.ts'

/**
 * A diagnostic about the text of a scheduling parameter, with its place in that text.
 *
 * @example
 * ```ts
 * import { type ParameterDiagnostic, parseParameter } from 'flowspec/schedule'
 *
 * const show = ({ column, message }: ParameterDiagnostic): string => `${column}: ${message}`
 * process.stdout.write(parseParameter('$[yyyymm-1]').diagnostics.map(show).join('\n'))
 * ```
 */
export interface ParameterDiagnostic extends Diagnostic {
  /** Where the place begins in the text, counting from 1. */
  readonly column: number
  /** How many characters of the text are meant; 0 where something is missing. */
  readonly length: number
}
