import type { InstantLike } from '../parse-instant.ts'

/**
 * What the value of a scheduling parameter depends on. What is left out is worked out from the rest where the
 * documentation says how: the business date is the day before the schedule time.
 *
 * @example
 * ```ts
 * import { evaluateParameter, type ParameterContext } from 'flowspec/schedule'
 *
 * const night: ParameterContext = { scheduleTime: '2026-03-01 02:30:00', timezone: 'Europe/London' }
 * process.stdout.write(`${evaluateParameter('$[yyyymmddhh24miss-1/24]', night)}\n`)
 * ```
 */
export interface ParameterContext {
  /**
   * When the instance is scheduled, `yyyy-MM-dd HH:mm:ss` in the time zone; of a time that the clock shows twice, the
   * later one. When left out: the beginning of the day after the business date, as for data filled in later.
   */
  readonly scheduleTime?: string | undefined
  /** The date of the data, `yyyy-MM-dd`; the day before the schedule time when left out. */
  readonly businessDate?: string | undefined
  /**
   * The current date, for `$gmtdate` and `$bizmonth`: `yyyy-MM-dd`, or a point in time. When left out: the date of the
   * schedule time. Nothing ever depends on the clock of the machine.
   */
  readonly now?: InstantLike | undefined
  /** A name of the time zone database in its exact case; `Asia/Shanghai` when left out. */
  readonly timezone?: string | undefined
  /** Values of `${workflow.name}`, by name; they may be expressions. */
  readonly workflow?: Readonly<Record<string, string>> | undefined
  /** Values of `${workspace.name}`, by name; they may be expressions. */
  readonly workspace?: Readonly<Record<string, string>> | undefined
}
