import { ArgumentReader } from './argument-reader.ts'
import type { LiteralOr } from './literal-or.ts'
import type { Schedule } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'
import { timeFields } from './time-fields.ts'
import type { TimeOfDay } from './time-of-day.ts'

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
