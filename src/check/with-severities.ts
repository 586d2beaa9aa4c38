import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CheckOptions } from './check-options.ts'

/** The diagnostics with the severities of the settings, without those that are off. */
export function withSeverities(diagnostics: readonly Diagnostic[], rules: CheckOptions['rules'] = {}): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = rules[diagnostic.rule] ?? diagnostic.severity
    if (severity === 'off') return []
    return [severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity }]
  })
}
