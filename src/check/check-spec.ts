import { compareDiagnostics } from '../diagnostics/compare-diagnostics.ts'
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { indexSpec } from '../document/index-spec.ts'
import type { SpecIndex } from '../document/spec-index.ts'
import type { CheckOptions } from './check-options.ts'
import { checkSuppressions } from './check-suppressions.ts'
import type { Rule } from './rule.ts'
import { rules as catalogue } from './rules.ts'
import { showValue } from './show-value.ts'
import { suppressDiagnostics } from './suppress-diagnostics.ts'
import { withSeverities } from './with-severities.ts'

function runRule(rule: Rule, index: SpecIndex): Diagnostic[] {
  const found: Diagnostic[] = []
  rule.run(index, (finding) => found.push(createDiagnostic({ rule: rule.name, severity: rule.severity, ...finding })))
  return found
}

/** An object may run code when it is read, a getter or a proxy, and that code may throw: such an object is not JSON. */
function unreadable(error: unknown): Diagnostic {
  const message = `Reading the document threw an error: ${error instanceof Error ? error.message : showValue(error)}.`
  const hint = 'A document is plain data, without getters and proxies.'
  return createDiagnostic({ rule: 'document/not-json', severity: 'error', message, path: '', hint })
}

function findFaults(document: unknown, settings: CheckOptions['rules'] = {}): Diagnostic[] {
  try {
    const index = indexSpec(document)
    const found = [...index.faults]
    for (const rule of catalogue) {
      if (settings[rule.name] !== 'off') for (const diagnostic of runRule(rule, index)) found.push(diagnostic)
    }
    return found
  } catch (error) {
    return [unreadable(error)]
  }
}

/**
 * Checks a document offline and says everything at once: shape, names, dependencies, cycles, schedule, ranges.
 *
 * @param document - what {@link readSpec} gave, what a builder built, or any value at all
 * @param options - severities of rules, and suppressions with a reason
 * @returns the diagnostics sorted by place; empty when there is nothing to say. Never throws.
 *
 * @example
 * ```ts
 * import { checkSpec, readSpec } from 'flowspec'
 *
 * const document = readSpec('{"kind":"CycleWorkflow","version":"1.1.0","spec":{"workflows":[]}}')
 * const errors = checkSpec(document, { rules: { 'schema/unknown-field': 'off' } })
 * ```
 */
export function checkSpec(document: unknown, options: CheckOptions = {}): readonly Diagnostic[] {
  const { rules, suppress = [] } = options
  const ofDocument = suppressDiagnostics(findFaults(document, rules), options)
  const ofSuppressions = withSeverities(checkSuppressions(suppress), rules)
  return [...ofDocument, ...ofSuppressions].sort(compareDiagnostics)
}
