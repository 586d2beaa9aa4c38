import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isRecord } from '../document/is-record.ts'
import { readText } from '../document/read-text.ts'
import type { SpecIndex } from '../document/spec-index.ts'
import type { CheckOptions } from './check-options.ts'
import type { CustomRule } from './custom-rule.ts'
import { customRuleFaults, severities } from './custom-rule-faults.ts'
import type { Finding } from './rule.ts'
import { showValue } from './show-value.ts'

type Complain = (message: string) => void

function isFinding(value: unknown): value is Finding {
  if (readText(value, 'message') === undefined || !isRecord(value)) return false
  return /^(?:\/|$)/.test(readText(value, 'path') ?? '-') && severities.includes(value['severity'] ?? 'info')
}

/** What a rule finds; what it threw, or reported amiss, is told beside. */
function runRule(rule: CustomRule, index: SpecIndex, complain: Complain): Diagnostic[] {
  const { name, severity, docs = '' } = rule
  const found: Diagnostic[] = []
  try {
    const result: unknown = rule.run(index, (finding: unknown) => {
      if (!isFinding(finding)) return complain(`${name} reports what has no message, or no path such as "/spec".`)
      found.push({ ...createDiagnostic({ ...finding, rule: name, severity: finding.severity ?? severity }), docs })
    })
    if (result instanceof Promise) {
      result.catch(() => undefined)
      complain(`${name} is asynchronous, so what it finds comes too late.`)
    }
  } catch (error) {
    complain(`${name} threw an error: ${error instanceof Error ? error.message : showValue(error)}.`)
  }
  return found
}

/** Runs the rules of a team's own. One that cannot run, or fails, is a diagnostic, and the others run all the same. */
export function runCustomRules(index: SpecIndex, { custom = [], rules }: CheckOptions): Diagnostic[] {
  const found: Diagnostic[] = []
  const complain: Complain = (message) => {
    found.push(createDiagnostic({ rule: 'settings/faulty-rule', severity: 'error', message, path: '' }))
  }
  const names = new Set<string>()
  for (const rule of custom) {
    const faults = customRuleFaults(rule)
    if (faults.length > 0) complain(`A rule of custom cannot run: ${faults.join('; ')}.`)
    else if (names.has(rule.name)) complain(`Two rules of custom are called ${rule.name}.`)
    else if (rules?.[rule.name] !== 'off')
      for (const diagnostic of runRule(rule, index, complain)) found.push(diagnostic)
    names.add(rule?.name)
  }
  return found
}
