import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { readText } from '../document/read-text.ts'
import type { Suppression } from './check-options.ts'
import { nearRule } from './check-rule-settings.ts'
import { hasReason } from './has-reason.ts'
import { knownRules } from './known-rules.ts'
import { showValue } from './show-value.ts'

function missingReason(suppression: Suppression, path: string): Diagnostic[] {
  if (hasReason(suppression)) return []
  const message = `Rule ${showValue(suppression.rule)} is suppressed without a reason, so it is not suppressed.`
  const hint = 'Say why the rule does not apply here.'
  return [createDiagnostic({ rule: 'suppression/missing-reason', severity: 'error', message, hint, path })]
}

function unknownRule(suppression: Suppression, path: string): Diagnostic[] {
  const rule = readText(suppression, 'rule') ?? ''
  if (knownRules.has(rule) || rule.startsWith('custom/')) return []
  const message = `${showValue(suppression.rule)} is suppressed, but no rule has that name.`
  const hint = nearRule(rule, [...knownRules])
  return [createDiagnostic({ rule: 'suppression/unknown-rule', severity: 'error', message, hint, path })]
}

/** What is wrong with suppressions themselves: one without a reason, or of a rule there is not. */
export function checkSuppressions(suppress: readonly Suppression[]): Diagnostic[] {
  return suppress.flatMap((suppression) => {
    const path = readText(suppression, 'path') ?? ''
    return [...missingReason(suppression, path), ...unknownRule(suppression, path)]
  })
}
