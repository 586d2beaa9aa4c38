import { timeFields } from '../clock-text.ts'
import { ArgumentReader } from './arguments.ts'
import type { LiteralOr, Schedule } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'
import type { TimeOfDay } from './units.ts'

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

/**
 * Runs on the days of a custom calendar of the workspace. Which days these are only the service knows, so `runs` of such
 * a schedule says that it cannot know.
 *
 * @param calendarId - the id of the calendar
 * @param time - the time of the day, `HH:mm`; midnight when left out
 * @throws FlowSpecError for what is no id or no time of a day
 *
 * @example
 * ```ts
 * import { calendar } from 'flowspec/schedule'
 *
 * process.stdout.write(JSON.stringify(calendar(1024, '02:00')))
 * ```
 */
export function calendar<const Time extends string = '00:00'>(
  calendarId: number,
  time?: LiteralOr<Time, TimeOfDay, 'time of day, such as 02:00'>,
): Schedule {
  const reader = new ArgumentReader('calendar')
  const id = reader.number('calendarId', calendarId, [1, Number.MAX_SAFE_INTEGER])
  const at = time === undefined ? 0 : reader.time('time', time)
  reader.finish()
  return new ScheduleValue({ cron: `${timeFields(at)} * * ?`, calendarId: id })
}
