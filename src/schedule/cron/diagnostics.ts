import { createDiagnostic, type Diagnostic, type Severity } from '../../diagnostics/diagnostic.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import type { CronField } from './cron-fields.ts'

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

/** A piece of a cron's text; `column` counts from 1. */
export interface CronPiece {
  readonly text: string
  readonly column: number
}

/** What is said of one place. */
interface CronRemark {
  readonly field?: CronField
  readonly piece: CronPiece
  readonly message: string
  readonly hint?: string
}

/** Collects the diagnostics of one cron while it is read. */
export class CronProblems {
  readonly #found: CronDiagnostic[] = []
  #errors = 0

  get errorCount(): number {
    return this.#errors
  }

  /** The diagnostics in the order of their places, frozen because results are remembered and shared. */
  list(): readonly CronDiagnostic[] {
    return Object.freeze(this.#found.toSorted((left, right) => left.column - right.column))
  }

  error(remark: CronRemark): void {
    this.refuse('schedule/cron-syntax', remark)
  }

  /** An error of another rule than that of the syntax. */
  refuse(rule: BuiltInRuleName, remark: CronRemark): void {
    this.#errors++
    this.#add(rule, 'error', remark)
  }

  warn(rule: BuiltInRuleName, remark: CronRemark): void {
    this.#add(rule, 'warning', remark)
  }

  note(rule: BuiltInRuleName, remark: CronRemark): void {
    this.#add(rule, 'info', remark)
  }

  #add(rule: BuiltInRuleName, severity: Severity, { field, piece, message, hint }: CronRemark): void {
    const diagnostic = createDiagnostic({
      rule,
      severity,
      message,
      path: '',
      column: piece.column,
      length: piece.text.length,
      ...(field === undefined ? {} : { field }),
      ...(hint === undefined ? {} : { hint }),
    })
    this.#found.push(Object.freeze(diagnostic))
  }
}
