import { createDiagnostic } from '../../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-name.ts'
import { quote } from '../quote.ts'
import { formatDate } from './format-date.ts'
import type { DateMeaning, ParameterPart } from './parameter-part.ts'
import type { EvaluationTimes } from './read-context.ts'
import { shiftDate } from './shift-date.ts'

/** The value of a part, or why it has none. */
export type PartValue = string | Diagnostic

const dateFormat = ['yyyy', 'mm', 'dd'] as const
const timeFormat = [...dateFormat, 'hh24', 'mi', 'ss'] as const

/** The value of a date or of a name of the system; parameters kept elsewhere are looked up by the caller. */
export function evaluatePart(
  part: Exclude<ParameterPart, { kind: 'text' | 'reference' }>,
  times: EvaluationTimes,
): PartValue {
  if (part.kind === 'date') return evaluateDate(part, times)
  switch (part.name) {
    case 'bizdate':
    case 'bdp.system.bizdate':
      return written(part, times.businessDate, dateFormat)
    case 'cyctime':
    case 'bdp.system.cyctime':
      return written(part, times.scheduleTime, timeFormat)
    case 'gmtdate':
      return written(part, times.now, dateFormat)
    case 'bizmonth':
      return businessMonth(part, times)
    default:
      return runtimeOnly(part, 'The service gives it out when it makes the instance.')
  }
}

/** A fault of a parameter whose value only the service knows. */
export function runtimeOnly(part: ParameterPart, hint: string): Diagnostic {
  return fault('parameter/runtime-only', part, 'has a value that only the service knows', hint)
}

function fault(rule: BuiltInRuleName, part: ParameterPart, what: string, hint: string): Diagnostic {
  const { column } = part
  const message = `The parameter ${quote(part.text)} ${what}.`
  return createDiagnostic({ rule, severity: 'error', message, path: '', hint, column, length: part.text.length })
}

function missing(part: ParameterPart): Diagnostic {
  const hint = 'Give scheduleTime, "2026-01-31 02:00:00", or businessDate, "2026-01-30".'
  return fault('parameter/missing-time', part, 'depends on the time of the run, which is not given', hint)
}

function written(part: ParameterPart, wall: number | undefined, format: DateMeaning['format']): PartValue {
  return wall === undefined ? missing(part) : formatDate(wall, format)
}

function evaluateDate(part: Extract<ParameterPart, { kind: 'date' }>, times: EvaluationTimes): PartValue {
  const base = part.from === 'business-date' ? times.businessDate : times.scheduleTime
  if (base === undefined) return missing(part)
  const shift = part.months === undefined ? part.offsets : [part.months, ...part.offsets]
  const date = shiftDate(base, shift, times.zone)
  if (date !== undefined) return formatDate(date, part.format)
  return fault(
    'parameter/date-range',
    part,
    'comes to a date outside of the years 1 to 9999',
    'Choose a smaller offset.',
  )
}

/** `$bizmonth`: the month of the business date, or the one before when that is the current month. */
function businessMonth(part: ParameterPart, { businessDate, now, zone }: EvaluationTimes): PartValue {
  if (businessDate === undefined || now === undefined) return missing(part)
  const month = formatDate(businessDate, ['yyyy', 'mm'])
  if (month !== formatDate(now, ['yyyy', 'mm'])) return month
  const before = shiftDate(businessDate, [{ sign: '-', amount: 1, times: 1, unit: 'month' }], zone)
  return written(part, before, ['yyyy', 'mm'])
}
