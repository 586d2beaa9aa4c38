import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CheckOptions } from './check-options.ts'
import { severities } from './custom-rule-faults.ts'

/** Whether settings can say this of a rule. */
export function isSetting(value: unknown): boolean {
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
