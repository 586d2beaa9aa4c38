import { sortedSet } from '../sorted-set.ts'
import { twoDigits } from '../words/clock-text.ts'
import { ArgumentReader } from './argument-reader.ts'
import type { LiteralsOr } from './literal-or.ts'
import type { Schedule } from './schedule.ts'
import type { HourOfDay } from './schedule-units.ts'
import { ScheduleValue } from './schedule-value.ts'

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
  const [hours, minute] = Array.isArray(first) ? [first, second] : [given, 0]
  const read = sortedSet(reader.list('hours', hours, (hour, place) => reader.number(place, hour, [0, 23])))
  const at = reader.number('minute', minute, [0, 59])
  reader.finish()
  const text = read.length === 1 ? twoDigits(read[0] ?? 0) : read.join(',')
  return new ScheduleValue({ cron: `00 ${twoDigits(at)} ${text} * * ?` })
}
