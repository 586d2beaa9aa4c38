import type { RunsTrigger } from '../runs/request.ts'
import type { TimeZone } from '../zones/time-zone.ts'
import type { TimeOfDay } from './units.ts'

/**
 * When something runs, without thinking about cron: what `daily`, `weekly` and the others give. Every method returns a
 * new value and changes nothing. Workflow and node builders take it as their `schedule`, `runs` as its trigger.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { type Schedule, weekly } from 'flowspec/schedule'
 *
 * const report: Schedule = weekly(['MON', 'FRI'], '03:00').timezone('Europe/London').until('2027-12-31')
 * const flow = workflow('report').schedule(report)
 * ```
 */
export interface Schedule {
  /** The cron, written as the console of DataWorks writes it. */
  readonly cron: string
  /**
   * Sets the time zone by its exact IANA name. Default `Asia/Shanghai`.
   *
   * @throws FlowSpecError for an unknown name
   */
  timezone(timezone: TimeZone): Schedule
  /**
   * Sets the first moment at which it may run, in its time zone: `yyyy-MM-dd`, or `yyyy-MM-dd HH:mm:ss`.
   *
   * @throws FlowSpecError for what is no date, or after the end
   */
  from(startTime: string): Schedule
  /**
   * Sets the last moment at which it may run, in its time zone: `yyyy-MM-dd` for the end of that day, or
   * `yyyy-MM-dd HH:mm:ss`.
   *
   * @throws FlowSpecError for what is no date, or before the start
   */
  until(endTime: string): Schedule
  /**
   * Restricts it to the days of a custom calendar of the workspace, by its id.
   *
   * @throws FlowSpecError for what is no id
   */
  calendar(calendarId: number): Schedule
  /** The same as the fields of a trigger. */
  toTrigger(): RunsTrigger
  /** The same, for `JSON.stringify`. */
  toJSON(): RunsTrigger
}

/**
 * A {@link Schedule} that runs again and again over the day, and can be kept to a part of it.
 *
 * @example
 * ```ts
 * import { everyMinutes, type IntervalSchedule } from 'flowspec/schedule'
 *
 * const often: IntervalSchedule = everyMinutes(30)
 * process.stdout.write(`${often.between('08:00', '17:59').cron}\n`)
 * ```
 */
export interface IntervalSchedule extends Schedule {
  /**
   * Keeps the runs to a part of the day, both ends included; an end before the start is on the next day.
   *
   * @param start - the time of the day from which on it may run, `HH:mm`
   * @param end - the time of the day up to which it may run, `HH:mm`
   * @throws FlowSpecError when the part begins or ends within an hour, so that no cron can say it
   */
  between<const Start extends string, const End extends string>(
    start: LiteralOr<Start, TimeOfDay, 'time of day, such as 08:00'>,
    end: LiteralOr<End, TimeOfDay, 'time of day, such as 17:59'>,
  ): IntervalSchedule
  timezone(timezone: TimeZone): IntervalSchedule
  from(startTime: string): IntervalSchedule
  until(endTime: string): IntervalSchedule
  calendar(calendarId: number): IntervalSchedule
}

/**
 * A value whose literal type is among the allowed ones, or whose type is no literal: that one is checked at the call.
 * Any other literal becomes a sentence that says what is wrong with it, so that it does not compile.
 *
 * @example
 * ```ts
 * import { daily } from 'flowspec/schedule'
 *
 * daily('02:00')
 *
 * // @ts-expect-error '25:00' is no time of day, such as 02:30
 * daily('25:00')
 * ```
 */
export type LiteralOr<Value extends string | number, Allowed, What extends string> = Value extends Allowed
  ? Value
  : Record<never, never> extends Record<Value, 1>
    ? Value
    : `${Value} is no ${What}`

/**
 * A list of which every item is a {@link LiteralOr}.
 *
 * @example
 * ```ts
 * import { weekly } from 'flowspec/schedule'
 *
 * weekly(['MON', 'FRI'], '03:00')
 *
 * // @ts-expect-error FRIDAY is no day of the week
 * weekly(['FRIDAY'], '03:00')
 * ```
 */
export type LiteralsOr<Values extends readonly (string | number)[], Allowed, What extends string> = {
  readonly [Index in keyof Values]: LiteralOr<Values[Index], Allowed, What>
}
