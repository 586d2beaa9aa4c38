import { isRecord } from '../document/is-record.ts'
import { showValue } from './show-value.ts'

/** The severities there are. */
export const severities: readonly unknown[] = ['error', 'warning', 'info']

/** Why something is no rule of a team's own; an empty list when it is one. */
export function customRuleFaults(rule: unknown): readonly string[] {
  if (!isRecord(rule)) return [`${showValue(rule)} is no rule`]
  const { name, severity, run } = rule
  const faults: string[] = []
  if (typeof name !== 'string' || !/^custom\/\w[\w./-]*$/.test(name))
    faults.push(`the name ${showValue(name)} is not custom/… of letters, digits, "-", "_", "." and "/"`)
  if (!severities.includes(severity)) faults.push(`the severity ${showValue(severity)} is not error, warning or info`)
  if (typeof run !== 'function') faults.push('run is not a function')
  return faults
}
