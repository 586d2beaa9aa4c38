import { quote } from '../quote.ts'
import { type DayOfMonth, type DayOfWeek, parseDayOfMonth, parseDayOfWeek } from './days.ts'
import type { CronPiece, CronProblems } from './diagnostics.ts'
import { FieldReader, isWildcard, narrowField } from './field-reader.ts'
import { dayOfMonthSpec, dayOfWeekSpec, hourSpec, minuteSpec, monthSpec } from './field-specs.ts'
import { parseSet } from './items.ts'
import type { SixFields } from './six-fields.ts'

/** What the fields of a cron say; usable only when no error was reported. */
export interface CronFieldSets {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly dayOfMonth: DayOfMonth
  readonly months: readonly number[]
  readonly dayOfWeek: DayOfWeek
}

/** Reads the six fields and reports every fault in them. */
export function readFields(written: SixFields, problems: CronProblems): CronFieldSets {
  const second = narrowField(written[0], 'second', problems)
  const minute = narrowField(written[1], 'minute', problems)
  const hour = narrowField(written[2], 'hour', problems)
  const dayOfMonth = narrowField(written[3], 'day-of-month', problems)
  const month = narrowField(written[4], 'month', problems)
  const dayOfWeek = narrowField(written[5], 'day-of-week', problems)
  const fields = [second, minute, hour, dayOfMonth, month, dayOfWeek] as const
  checkSecond(second, problems)
  checkDays(dayOfMonth, dayOfWeek, problems)
  return {
    minutes: parseSet(new FieldReader(minuteSpec, minute, fields, problems)),
    hours: parseSet(new FieldReader(hourSpec, hour, fields, problems)),
    dayOfMonth: parseDayOfMonth(new FieldReader(dayOfMonthSpec, dayOfMonth, fields, problems)),
    months: parseSet(new FieldReader(monthSpec, month, fields, problems)),
    dayOfWeek: parseDayOfWeek(new FieldReader(dayOfWeekSpec, dayOfWeek, fields, problems)),
  }
}

function checkSecond(second: CronPiece, problems: CronProblems): void {
  if (/^0{1,2}$/.test(second.text)) return
  problems.error({
    field: 'second',
    place: second,
    message: `The second ${quote(second.text)} has to be 00: DataWorks does not schedule by the second.`,
    hint: 'Write 00.',
  })
}

function checkDays(dayOfMonth: CronPiece, dayOfWeek: CronPiece, problems: CronProblems): void {
  if (isWildcard(dayOfMonth.text) || isWildcard(dayOfWeek.text)) return
  const days = `day of month ${quote(dayOfMonth.text)} and day of week ${quote(dayOfWeek.text)}`
  problems.error({
    field: 'day-of-week',
    place: dayOfWeek,
    message: `The cron restricts both ${days}, which schedulers combine in different ways.`,
    hint: 'Write ? for one of the two.',
  })
}
