import { showValue } from '../../diagnostics/show-value.ts'
import { readText } from '../../document/json/records.ts'
import { remember } from '../../schedule/remember.ts'
import { entityRule } from './entity-rule.ts'
import type { Rule } from './rule.ts'

/** A rule about the values of scheduling parameters: either what cannot be read, or what can be misread. */
// @__NO_SIDE_EFFECTS__
export function parameterRule(parts: Omit<Rule, 'run'>): Rule {
  return entityRule(parts, ['Variable'], ({ value }) => {
    const text = value['type'] === 'System' ? readText(value, 'value') : undefined
    const faults = text?.includes('$') === true ? inspectParameter(text) : []
    const fault = faults.find(({ isError }) => isError === (parts.severity === 'error'))
    return fault && { field: 'value', message: fault.message }
  })
}

/** A fault in the value of a scheduling parameter: whether the service could not read it, and what is wrong. */
interface ParameterFault {
  readonly isError: boolean
  readonly message: string
}

// Accepts what the parser of the schedule room accepts, in a tenth of its size. Every alternative begins with letters of
// its own, so nothing is tried twice.
const business = /^(?:yy|mm|dd)(?:-?(?:yy|mm|dd))*(?:[+-](?:7\*)?\d{1,9})?$/
const schedule = /* @__PURE__ */ scheduleForm()
const name = /^(?:work(?:flow|space)\.[\w.-]+$|(?!yy|mm|dd|hh|mi|ss|add_months\()[a-z_][\w.]*(?:\(|$))/i

function scheduleForm(): RegExp {
  const units = '(?:yy|mm|dd|hh(?:24|12)?|mi|ss)'
  const format = `(${units}(?:[-:]?${units})*)`
  const offsets = String.raw`((?:[+-](?:7\*\d{1,9}|\d{1,9}(?:\/24(?:\/60)?)?))*)`
  return new RegExp(String.raw`^(add_months\()?${format}(?:,[+-]?(?:12\*)?\d{1,9}\))?${offsets}$`)
}

/** What an expression in `$[…]` means beside what it looks like. */
function misread(body: string): string | undefined {
  const [, months, units = '', moved = ''] = schedule.exec(body) ?? []
  if (/hh(?:24|12)?[-:]?(..)?/.exec(units)?.[1] === 'mm') return 'the mm after the hour is the month, the minute is mi'
  if (/hh(?!24|12)/.test(units)) return 'hh is the 12-hour clock, the other is hh24'
  const countsDays = months === undefined && moved !== '' && !moved.includes('/') && !units.includes('dd')
  return countsDays ? 'the offset counts days; for months write add_months(…,-1), for hours -1/24' : undefined
}

/** Whether an expression has the form that the help pages document. */
function isReadable(body: string, isBraced: boolean): boolean {
  if (isBraced) return business.test(body) || name.test(body)
  return schedule.test(body) && body.includes('add_months') === body.includes(',')
}

const remembered = 512

/** What is wrong with the expressions in the value of a scheduling parameter. Linear; remembered by the value. */
export const inspectParameter: (value: string) => readonly ParameterFault[] = /* @__PURE__ */ remember(
  remembered,
  findFaults,
)

function findFaults(value: string): readonly ParameterFault[] {
  const found: ParameterFault[] = []
  for (const { 0: written, index } of value.matchAll(/\$(?:\{[^}]*\}?|\[[^\]]*\]?)/g)) {
    const isBraced = written.startsWith('${')
    const body = written.endsWith(isBraced ? '}' : ']') ? written.slice(2, -1) : ''
    // Placeholders of other tools, such as ${{date}}, are filled in before the service sees them.
    const isError = !(written.startsWith('${{') || isReadable(body, isBraced))
    const what = isError ? 'it is no expression the service documents' : isBraced ? undefined : misread(body)
    if (what !== undefined) found.push({ isError, message: `${showValue(written)} at column ${index + 1}: ${what}.` })
  }
  return found
}
