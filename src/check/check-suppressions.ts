import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { ruleNames } from '../diagnostics/rule-name.ts'
import type { Suppression } from './check-options.ts'

const known: ReadonlySet<string> = new Set(ruleNames)

function missingReason({ rule, reason, path = '' }: Suppression): Diagnostic[] {
  if (reason.trim() !== '') return []
  const message = `Rule ${rule} is suppressed without a reason, so it is not suppressed.`
  const hint = 'Say why the rule does not apply here.'
  return [createDiagnostic({ rule: 'suppression/missing-reason', severity: 'error', message, hint, path })]
}

function unknownRule({ rule, path = '' }: Suppression): Diagnostic[] {
  if (known.has(rule) || rule.startsWith('custom/')) return []
  const near = didYouMean(rule, ruleNames)
  const message = `"${rule}" is suppressed, but no rule has that name.`
  const hint = near === undefined ? "A team's own rules are called custom/…." : `Did you mean "${near}"?`
  return [createDiagnostic({ rule: 'suppression/unknown-rule', severity: 'error', message, hint, path })]
}

/** What is wrong with suppressions themselves: one without a reason, or of a rule there is not. */
export function checkSuppressions(suppress: readonly Suppression[]): Diagnostic[] {
  return suppress.flatMap((suppression) => [...missingReason(suppression), ...unknownRule(suppression)])
}
