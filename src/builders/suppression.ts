import type { RuleName } from '../diagnostics/rule-name.ts'

/** A rule that stays silent, and why. */
export interface BuilderSuppression {
  readonly rule: RuleName
  readonly reason: string
}
