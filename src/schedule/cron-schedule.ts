import type { CronDiagnostic } from './cron-diagnostic.ts'

/**
 * When a cron fires: explicit, sorted sets of numbers. It fires in every minute that is in `minutes` and `hours`, on
 * every day that is in `months`, matches the day of month *and* matches the day of week. At most one of the two
 * restricts the day; the other then holds every value. The object is deeply frozen plain data.
 *
 * @example
 * ```ts
 * import { type CronSchedule, parseCron } from 'flowspec/schedule'
 *
 * const isHourly = (schedule: CronSchedule): boolean => schedule.minIntervalMinutes === 60
 * const result = parseCron('00 15 * * * ?')
 * if (result.ok) process.stdout.write(`${isHourly(result.schedule)}\n`)
 * ```
 */
export interface CronSchedule {
  /** The cron as written. Write this back, not something rebuilt from the sets. */
  readonly text: string
  /** Minutes of the hour, 0 to 59. */
  readonly minutes: readonly number[]
  /** Hours of the day, 0 to 23. */
  readonly hours: readonly number[]
  /** Days of the month, 1 to 31; without those that none of the months has. */
  readonly daysOfMonth: readonly number[]
  /** Whether the last day of a month fires besides `daysOfMonth` (`L`). */
  readonly lastDayOfMonth: boolean
  /** Months, 1 (January) to 12. */
  readonly months: readonly number[]
  /** Days of the week, 1 (Monday) to 7 (Sunday). */
  readonly daysOfWeek: readonly number[]
  /** Whether only the last such day of the week in a month fires (`5L`). */
  readonly lastDayOfWeek: boolean
  /** Which such day of the week in a month fires, 1 to 5 (`5#2` is the second Friday); undefined for every one. */
  readonly nthDayOfWeek: number | undefined
  /** Whether no date can ever match, as in the 30th of February. */
  readonly neverFires: boolean
  /**
   * `NotDaily` when the minute or the hour field holds a list, a range or a step: the scheduler then treats the node as
   * an hourly or minutely one. It decides what becomes of a run in the gap of a daylight-saving change.
   */
  readonly cycleType: 'Daily' | 'NotDaily'
  /** The shortest time between two runs, in wall-clock minutes; undefined when it never fires. */
  readonly minIntervalMinutes: number | undefined
}

/**
 * What `parseCron` gives. Of a text that can be used, the diagnostics are warnings and notes; otherwise there is at
 * least one error among them.
 *
 * @example
 * ```ts
 * import { type CronParseResult, parseCron } from 'flowspec/schedule'
 *
 * const result: CronParseResult = parseCron('00 02 00 L * ?')
 * for (const { severity, message } of result.diagnostics) process.stdout.write(`${severity}: ${message}\n`)
 * ```
 */
export type CronParseResult =
  | { readonly ok: true; readonly schedule: CronSchedule; readonly diagnostics: readonly CronDiagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly CronDiagnostic[] }
