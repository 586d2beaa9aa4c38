import { anything, checkSettings, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { isList } from '../../diagnostics/show-value.ts'
import { twoDigits } from '../clock-text.ts'
import { sortedSet } from '../number-sets.ts'
import { ArgumentReader } from './arguments.ts'
import { intervalCron } from './interval.ts'
import type { IntervalSchedule, LiteralsOr, Schedule } from './schedule.ts'
import { ScheduleValue } from './schedule-value.ts'
import type { HourOfDay } from './units.ts'

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

/** Numbers are looked at where they are read, which says more of them. */
const hourlyKinds: SettingKindsOf<HourlyOptions> = { every: anything, minute: anything }

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
  checkSettings('hourly', 'options', options, hourlyKinds)
  const reader = new ArgumentReader('hourly')
  const step = reader.number('every', options.every ?? 1, [1, 23])
  const minute = reader.number('minute', options.minute ?? 0, [0, 59])
  reader.finish()
  const interval = { unit: 'hours', step, minute } as const
  return new ScheduleValue({ cron: intervalCron(interval) }, interval)
}

/**
 * Runs at some hours of every day: the console's schedule by hour with points in time. Several hours make it an hourly
 * schedule to the scheduler, which matters where the clock is changed: a run whose time is skipped is dropped.
 *
 * @param hours - hours, 0 to 23; at the full hour, unless a list and a minute are given
 * @throws FlowSpecError for numbers that no hour or minute has
 *
 * @example
 * ```ts
 * import { atHours } from 'flowspec/schedule'
 *
 * process.stdout.write(`${atHours(1, 5, 9).cron}, ${atHours([1, 5, 9], 30).cron}\n`)
 * ```
 */
export function atHours<const Hours extends readonly [number, ...number[]]>(
  ...hours: LiteralsOr<Hours, HourOfDay, 'hour of a day'>
): Schedule
/**
 * Runs at some hours of every day, at the same minute of each.
 *
 * @param hours - hours, 0 to 23
 * @param minute - the minute of each hour, 0 to 59; 0 when left out
 * @throws FlowSpecError for numbers that no hour or minute has
 *
 * @example
 * ```ts
 * import { atHours } from 'flowspec/schedule'
 *
 * process.stdout.write(`${atHours([9, 18], 30).cron}\n`)
 * ```
 */
export function atHours<const Hours extends readonly number[]>(
  hours: LiteralsOr<Hours, HourOfDay, 'hour of a day'>,
  minute?: number,
): Schedule
export function atHours(...given: readonly unknown[]): Schedule {
  const reader = new ArgumentReader('atHours')
  const [first, second = 0] = given
  const [hours, minute] = isList(first) ? [first, second] : [given, 0]
  const read = sortedSet(
    reader.list('hours', hours, [9, 18], (hour, argument) => reader.number(argument, hour, [0, 23])),
  )
  const at = reader.number('minute', minute, [0, 59])
  reader.finish()
  const text = read.length === 1 ? twoDigits(read[0] ?? 0) : read.join(',')
  return new ScheduleValue({ cron: `00 ${twoDigits(at)} ${text} * * ?` })
}
