import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CheckOptions, Suppression } from './check-options.ts'

function covers(suppression: Suppression, diagnostic: Diagnostic): boolean {
  if (suppression.rule !== diagnostic.rule || suppression.reason.trim() === '') return false
  const { path, node } = suppression
  if (node !== undefined && diagnostic.subject?.kind === 'node' && diagnostic.subject.name === node) return true
  if (path === undefined) return node === undefined
  return diagnostic.path === path || diagnostic.path.startsWith(`${path}/`)
}

/** The diagnostics with the severities of the settings, without those that are off or suppressed. */
export function suppressDiagnostics(diagnostics: readonly Diagnostic[], options: CheckOptions): Diagnostic[] {
  const { rules = {}, suppress = [] } = options
  return diagnostics.flatMap((diagnostic) => {
    const severity = rules[diagnostic.rule] ?? diagnostic.severity
    if (severity === 'off' || suppress.some((suppression) => covers(suppression, diagnostic))) return []
    return [severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity }]
  })
}
