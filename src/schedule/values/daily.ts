import { ArgumentReader } from './argument-reader.ts'
import type { LiteralOr } from './literal-or.ts'
import type { Schedule } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'
import { timeFields } from './time-fields.ts'
import type { TimeOfDay } from './time-of-day.ts'

/**
 * Runs once a day: the console's schedule by day.
 *
 * @param time - the time of the day, `HH:mm`
 * @throws FlowSpecError for what is no time of a day
 *
 * @example
 * ```ts
 * import { daily } from 'flowspec/schedule'
 *
 * process.stdout.write(`${daily('02:00').timezone('Europe/London').cron}\n`)
 * ```
 */
export function daily<const Time extends string>(
  time: LiteralOr<Time, TimeOfDay, 'time of day, such as 02:00'>,
): Schedule {
  const reader = new ArgumentReader('daily')
  const at = reader.time('time', time)
  reader.finish()
  return new ScheduleValue({ cron: `${timeFields(at)} * * ?` })
}
