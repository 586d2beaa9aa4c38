import { timeFields } from '../clock-text.ts'
import { parseCron } from '../cron/parse.ts'
import { ArgumentReader, readDates, readMonths } from './arguments.ts'
import type { LiteralOr, LiteralsOr, Schedule } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'
import type { DayOfMonthOrLast, MonthOfYear, TimeOfDay } from './units.ts'

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

/**
 * Runs on some days of some months: the console's schedule by year. On the other days the scheduler still makes an
 * instance, as a dry run.
 *
 * @param months - months, 1 to 12
 * @param days - days of each of the months, 1 to 31, and `L` for the last one
 * @param time - the time of the day, `HH:mm`
 * @throws FlowSpecError for what is no month, no day or no time, and for days that none of the months has
 *
 * @example
 * ```ts
 * import { yearly } from 'flowspec/schedule'
 *
 * process.stdout.write(`${yearly([1, 4, 7, 10], [1, 'L'], '02:00').cron}\n`)
 * ```
 */
export function yearly<
  const Months extends readonly number[],
  const Days extends readonly (number | string)[],
  const Time extends string,
>(
  months: LiteralsOr<Months, MonthOfYear, 'month of a year'>,
  days: LiteralsOr<Days, DayOfMonthOrLast, 'day of a month, such as 15 or L'>,
  time: LiteralOr<Time, TimeOfDay, 'time of day, such as 02:00'>,
): Schedule {
  const reader = new ArgumentReader('yearly')
  const among = readMonths(months ?? [], reader)
  const dates = readDates(days, reader)
  const at = reader.time('time', time)
  reader.finish()
  const cron = `${timeFields(at)} ${dates} ${among} ?`
  const parsed = parseCron(cron)
  if (parsed.ok && parsed.schedule.neverFires) {
    reader.fault('days', `none of the months ${among} has one of the days ${dates}`, 'Write L for the last day.')
  }
  reader.finish()
  return new ScheduleValue({ cron })
}
