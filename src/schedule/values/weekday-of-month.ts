import { timeFields } from '../clock-text.ts'
import { ArgumentReader, readMonths } from './arguments.ts'
import type { LiteralOr, Schedule } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'
import { type AnyWeekday, type MonthOfYear, type NthOfMonth, type TimeOfDay, type Weekday, weekdays } from './units.ts'

/**
 * Runs on the first, second, … of one day of the week in a month, such as its second Friday.
 *
 * @param nth - which one, 1 to 5; a month without a fifth one is left out
 * @param day - the day of the week, `MON` to `SUN`
 * @param time - the time of the day, `HH:mm`
 * @param months - months, 1 to 12; every month when left out
 * @throws FlowSpecError for what is no such number, day, time or month
 *
 * @example
 * ```ts
 * import { nthWeekday } from 'flowspec/schedule'
 *
 * process.stdout.write(`${nthWeekday(2, 'FRI', '02:00').cron}\n`)
 * ```
 */
export function nthWeekday<const Nth extends number, const Day extends AnyWeekday, const Time extends string>(
  nth: LiteralOr<Nth, NthOfMonth, 'number from 1 to 5'>,
  day: LiteralOr<Day, Weekday, 'day of the week, such as MON'>,
  time: LiteralOr<Time, TimeOfDay, 'time of day, such as 02:00'>,
  months?: readonly MonthOfYear[],
): Schedule {
  const reader = new ArgumentReader('nthWeekday')
  const count = reader.number('nth', nth, [1, 5])
  const weekday = weekdays.indexOf(reader.choice('day', day, weekdays)) + 1
  const at = reader.time('time', time)
  const among = readMonths(months, reader)
  reader.finish()
  return new ScheduleValue({ cron: `${timeFields(at)} ? ${among} ${weekday}#${count}` })
}

/**
 * Runs on the last of one day of the week in a month, such as its last Friday.
 *
 * @param day - the day of the week, `MON` to `SUN`
 * @param time - the time of the day, `HH:mm`
 * @param months - months, 1 to 12; every month when left out
 * @throws FlowSpecError for what is no day of the week, no time or no month
 *
 * @example
 * ```ts
 * import { lastWeekday } from 'flowspec/schedule'
 *
 * process.stdout.write(`${lastWeekday('FRI', '02:00').cron}\n`)
 * ```
 */
export function lastWeekday<const Day extends AnyWeekday, const Time extends string>(
  day: LiteralOr<Day, Weekday, 'day of the week, such as MON'>,
  time: LiteralOr<Time, TimeOfDay, 'time of day, such as 02:00'>,
  months?: readonly MonthOfYear[],
): Schedule {
  const reader = new ArgumentReader('lastWeekday')
  const weekday = weekdays.indexOf(reader.choice('day', day, weekdays)) + 1
  const at = reader.time('time', time)
  const among = readMonths(months, reader)
  reader.finish()
  return new ScheduleValue({ cron: `${timeFields(at)} ? ${among} ${weekday}L` })
}
