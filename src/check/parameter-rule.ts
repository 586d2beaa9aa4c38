import { readText } from '../document/read-text.ts'
import { entityRule } from './entity-rule.ts'
import { inspectParameter } from './inspect-parameter.ts'
import type { Rule } from './rule.ts'

/** A rule about the values of scheduling parameters: either what cannot be read, or what can be misread. */
export function parameterRule(parts: Omit<Rule, 'run'>): Rule {
  return entityRule(parts, ['Variable'], ({ value }) => {
    const text = value['type'] === 'System' ? readText(value, 'value') : undefined
    const faults = text?.includes('$') === true ? inspectParameter(text) : []
    const fault = faults.find(({ isError }) => isError === (parts.severity === 'error'))
    return fault && { field: 'value', message: fault.message }
  })
}
