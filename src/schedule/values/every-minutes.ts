import { ArgumentReader } from './arguments.ts'
import { intervalCron } from './interval.ts'
import type { IntervalSchedule, LiteralOr } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'
import { type MinuteStep, minuteSteps } from './units.ts'

/**
 * Runs every so many minutes, from the full hour on: the console's schedule by minute.
 *
 * @param step - minutes between two runs; a number that divides the hour, so that the distance stays the same
 * @returns the schedule; `between` keeps it to a part of the day
 * @throws FlowSpecError for any other number
 *
 * @example
 * ```ts
 * import { everyMinutes } from 'flowspec/schedule'
 *
 * process.stdout.write(`${everyMinutes(30).between('08:00', '17:59').cron}\n`)
 * ```
 */
export function everyMinutes<const Step extends number>(
  step: LiteralOr<Step, MinuteStep, 'number of minutes that divides the hour'>,
): IntervalSchedule {
  const reader = new ArgumentReader('everyMinutes')
  const interval = { unit: 'minutes', step: reader.choice('step', step, minuteSteps) } as const
  reader.finish()
  return new ScheduleValue({ cron: intervalCron(interval) }, interval)
}
