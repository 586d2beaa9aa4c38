import { timeFields } from '../clock-text.ts'
import { sortedSet } from '../number-sets.ts'
import { ArgumentReader } from './arguments.ts'
import type { LiteralOr, LiteralsOr, Schedule } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'
import { type AnyWeekday, type TimeOfDay, type Weekday, weekdays } from './units.ts'

/**
 * Runs on some days of every week: the console's schedule by week. On the other days the scheduler still makes an
 * instance, as a dry run.
 *
 * @param days - days of the week, `MON` to `SUN`
 * @param time - the time of the day, `HH:mm`
 * @throws FlowSpecError for what is no day of the week or no time of a day
 *
 * @example
 * ```ts
 * import { weekly } from 'flowspec/schedule'
 *
 * process.stdout.write(`${weekly(['MON', 'FRI'], '03:00').cron}\n`)
 * ```
 */
export function weekly<const Days extends readonly AnyWeekday[], const Time extends string>(
  days: LiteralsOr<Days, Weekday, 'day of the week, such as MON'>,
  time: LiteralOr<Time, TimeOfDay, 'time of day, such as 02:00'>,
): Schedule {
  const reader = new ArgumentReader('weekly')
  const read = reader.list(
    'days',
    days,
    ['MON', 'FRI'],
    (day, argument) => weekdays.indexOf(reader.choice(argument, day, weekdays)) + 1,
  )
  const at = reader.time('time', time)
  reader.finish()
  return new ScheduleValue({ cron: `${timeFields(at)} ? * ${sortedSet(read).join(',')}` })
}
