import { createDiagnostic } from '../../diagnostics/create-diagnostic.ts'
import type { Severity } from '../../diagnostics/diagnostic.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-name.ts'
import type { ParameterDiagnostic } from './parameter-diagnostic.ts'

/** What is said of one place of a parameter; `column` counts from 1. */
export interface ParameterRemark {
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

  /** The diagnostics in the order of their places, frozen because results are remembered and shared. */
  list(): readonly ParameterDiagnostic[] {
    return Object.freeze(this.#found.toSorted((left, right) => left.column - right.column))
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
