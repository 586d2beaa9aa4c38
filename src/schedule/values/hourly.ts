import { ArgumentReader } from './argument-reader.ts'
import { intervalCron } from './interval-cron.ts'
import type { IntervalSchedule } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'

/**
 * How often, and at which minute of the hour, something runs.
 *
 * @example
 * ```ts
 * import { type HourlyOptions, hourly } from 'flowspec/schedule'
 *
 * const everySixHours: HourlyOptions = { every: 6, minute: 5 }
 * process.stdout.write(`${hourly(everySixHours).cron}\n`)
 * ```
 */
export interface HourlyOptions {
  /** Hours between two runs, 1 to 23; 1 when left out. The count begins anew with every day. */
  readonly every?: number | undefined
  /** Minute of the hour, 0 to 59; 0 when left out. */
  readonly minute?: number | undefined
}

/**
 * Runs every hour, or every so many hours: the console's schedule by hour with an interval.
 *
 * @param options - how many hours apart, and at which minute
 * @returns the schedule; `between` keeps it to a part of the day, whose first run the hours are counted from
 * @throws FlowSpecError for numbers that no hour or minute has
 *
 * @example
 * ```ts
 * import { hourly } from 'flowspec/schedule'
 *
 * process.stdout.write(`${hourly().cron}, ${hourly({ every: 2, minute: 30 }).between('08:00', '20:00').cron}\n`)
 * ```
 */
export function hourly(options: HourlyOptions = {}): IntervalSchedule {
  const reader = new ArgumentReader('hourly')
  const step = reader.number('every', options.every ?? 1, [1, 23])
  const minute = reader.number('minute', options.minute ?? 0, [0, 59])
  reader.finish()
  const interval = { unit: 'hours', step, minute } as const
  return new ScheduleValue({ cron: intervalCron(interval) }, interval)
}
