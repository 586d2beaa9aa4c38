import { createDiagnostic, type Diagnostic, type Severity } from '../../diagnostics/diagnostic.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'

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

/** What is said of one place of a parameter; `column` counts from 1. */
interface ParameterRemark {
  readonly rule: BuiltInRuleName
  readonly column: number
  readonly length: number
  readonly message: string
  readonly hint: string
}

/** Collects the diagnostics of one parameter while it is read. */
export class ParameterProblems {
  readonly #found: ParameterDiagnostic[] = []
  #errors = 0

  get errorCount(): number {
    return this.#errors
  }

  /** The diagnostics, frozen because results are remembered and shared; parts are read in the order of their places. */
  list(): readonly ParameterDiagnostic[] {
    return Object.freeze([...this.#found])
  }

  error(remark: ParameterRemark): void {
    this.#errors++
    this.#add('error', remark)
  }

  warn(remark: ParameterRemark): void {
    this.#add('warning', remark)
  }

  #add(severity: Severity, remark: ParameterRemark): void {
    this.#found.push(Object.freeze(createDiagnostic({ ...remark, severity, path: '' })))
  }
}
