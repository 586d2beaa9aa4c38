import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { ruleNames, unsilenceableRules } from '../../diagnostics/generated/rule-names.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { readText } from '../../document/json/records.ts'
import type { CheckOptions } from '../check-options.ts'
import { isTableRule, severities } from './custom-rules.ts'

const unsilenceable: readonly string[] = unsilenceableRules

/** Whether settings can say this of a rule. */
function isSetting(value: unknown): boolean {
  return value === 'off' || severities.includes(value)
}

/** The diagnostics with the severities of the settings, without those that are off. */
export function withSeverities(diagnostics: readonly Diagnostic[], rules: CheckOptions['rules'] = {}): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const setting = rules[diagnostic.rule]
    if (setting === 'off') return []
    const severity = setting !== undefined && isSetting(setting) ? setting : diagnostic.severity
    return [severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity }]
  })
}

/** A hint at the rule a name may mean. */
export function nearRule(name: string, names: readonly string[]): string {
  const near = didYouMean(name, names)
  return near === undefined ? "A team's own rules are called custom/…." : `Did you mean "${near}"?`
}

/** The name of a rule; of what cannot be read, which is told where rules are run, none. */
export function nameOfRule(rule: unknown): string {
  try {
    return readText(rule, 'name') ?? ''
  } catch {
    return ''
  }
}

/** What is wrong with the severities of settings: a rule there is not, one that no setting reaches, or a severity there is not. */
export function checkRuleSettings({ rules = {}, custom = [] }: CheckOptions): Diagnostic[] {
  const found: Diagnostic[] = []
  const settings = Object.entries(rules)
  if (settings.length === 0) return found
  const complain = (rule: BuiltInRuleName, message: string, hint: string): void => {
    found.push(createDiagnostic({ rule, severity: 'warning', message, hint, path: '' }))
  }
  const given = new Set(custom.map(nameOfRule))
  const names: readonly string[] = [...ruleNames, ...given]
  const known = new Set(names)
  for (const [name, severity] of settings) {
    // Settings that are shared may name rules of the team's own that this check does not run.
    const isNotRun = custom.length === 0 && name.startsWith('custom/')
    if (!isNotRun && !known.has(name))
      complain(
        'settings/unknown-rule',
        `The settings name ${showValue(name)}, a rule there is not.`,
        nearRule(name, names),
      )
    if (severity !== 'off' && isTableRule(name) && !given.has(name))
      complain(
        'settings/unknown-rule',
        `The settings name ${name}, which this check does not run.`,
        'It reads SQL: give the check custom: sqlRules() of flowspec/sql, in flowspec.config.ts as well.',
      )
    if (isSetting(severity) && severity !== 'error' && unsilenceable.includes(name))
      complain(
        'settings/unsilenceable-rule',
        `The settings give ${name} the severity ${showValue(severity)}, and no setting reaches that rule.`,
        `Take the setting away; flowspec explain ${name} says what to do instead.`,
      )
    if (severity !== undefined && !isSetting(severity))
      complain(
        'settings/unknown-severity',
        `The settings give ${name} the severity ${showValue(severity)}.`,
        'Use off, info, warning or error.',
      )
  }
  return found
}
