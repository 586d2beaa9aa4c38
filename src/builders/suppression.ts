import type { RuleName } from '../diagnostics/rule-names.ts'
import { checkArgument, text } from './arguments.ts'
import { type Chain, extendChain } from './chain.ts'

/** A rule that stays silent, and why. */
export interface BuilderSuppression {
  readonly rule: RuleName
  readonly reason: string
}

/** What a builder silences, with one rule more: the `suppress()` of every builder. */
export function silencing(
  before: Chain<BuilderSuppression> | undefined,
  rule: RuleName,
  reason: string,
): Chain<BuilderSuppression> | undefined {
  checkArgument('suppress', 'rule', rule, text)
  checkArgument('suppress', 'reason', reason, text)
  return extendChain(before, [{ rule, reason }])
}
