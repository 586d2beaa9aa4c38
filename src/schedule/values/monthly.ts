import { ArgumentReader } from './argument-reader.ts'
import type { LiteralOr, LiteralsOr } from './literal-or.ts'
import { readDates } from './read-dates.ts'
import type { Schedule } from './schedule.ts'
import type { DayOfMonthOrLast } from './schedule-units.ts'
import { ScheduleValue } from './schedule-value.ts'
import { timeFields } from './time-fields.ts'
import type { TimeOfDay } from './time-of-day.ts'

/**
 * Runs on some days of every month: the console's schedule by month. A month without such a day is left out; on the
 * other days the scheduler still makes an instance, as a dry run.
 *
 * @param days - days of the month, 1 to 31, and `L` for the last one
 * @param time - the time of the day, `HH:mm`
 * @throws FlowSpecError for what is no day of a month or no time of a day
 *
 * @example
 * ```ts
 * import { monthly } from 'flowspec/schedule'
 *
 * process.stdout.write(`${monthly([1, 'L'], '02:00').cron}\n`)
 * ```
 */
export function monthly<const Days extends readonly (number | string)[], const Time extends string>(
  days: LiteralsOr<Days, DayOfMonthOrLast, 'day of a month, such as 15 or L'>,
  time: LiteralOr<Time, TimeOfDay, 'time of day, such as 02:00'>,
): Schedule {
  const reader = new ArgumentReader('monthly')
  const dates = readDates(days, reader)
  const at = reader.time('time', time)
  reader.finish()
  return new ScheduleValue({ cron: `${timeFields(at)} ${dates} * ?` })
}
