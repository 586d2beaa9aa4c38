/**
 * A day of the week.
 *
 * @example
 * ```ts
 * import { type Weekday, weekly } from 'flowspec/schedule'
 *
 * const workdays: Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI']
 * process.stdout.write(`${weekly(workdays, '06:00').cron}\n`)
 * ```
 */
export type Weekday = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN'

/** A text where a day of the week belongs, so that editors offer these. */
export type AnyWeekday = Weekday | (string & Record<never, never>)

/** The days of the week, Monday first, as DataWorks counts them. */
export const weekdays: readonly [Weekday, ...(readonly Weekday[])] = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

/**
 * A number of minutes that divides the hour.
 *
 * @example
 * ```ts
 * import { everyMinutes, type MinuteStep } from 'flowspec/schedule'
 *
 * const steps: MinuteStep[] = [5, 30]
 * for (const step of steps) process.stdout.write(`${everyMinutes(step).cron}\n`)
 * ```
 */
export type MinuteStep = 1 | 2 | 3 | 4 | 5 | 6 | 10 | 12 | 15 | 20 | 30

/** Numbers of minutes that divide the hour, so that the steps stay even from one hour to the next. */
export const minuteSteps: readonly [MinuteStep, ...(readonly MinuteStep[])] = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]

/**
 * An hour of the day, 0 to 23.
 *
 * @example
 * ```ts
 * import { atHours, type HourOfDay } from 'flowspec/schedule'
 *
 * const busy: HourOfDay[] = [9, 12, 18]
 * process.stdout.write(`${atHours(busy, 30).cron}\n`)
 * ```
 */
export type HourOfDay = 0 | MonthOfYear | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23

/**
 * A month, 1 (January) to 12.
 *
 * @example
 * ```ts
 * import { type MonthOfYear, yearly } from 'flowspec/schedule'
 *
 * const quarters: MonthOfYear[] = [1, 4, 7, 10]
 * process.stdout.write(`${yearly(quarters, [1], '02:00').cron}\n`)
 * ```
 */
export type MonthOfYear = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/**
 * A day of a month, 1 to 31, or `L` for the last one.
 *
 * @example
 * ```ts
 * import { type DayOfMonthOrLast, monthly } from 'flowspec/schedule'
 *
 * const ends: DayOfMonthOrLast[] = [1, 'L']
 * process.stdout.write(`${monthly(ends, '02:00').cron}\n`)
 * ```
 */
export type DayOfMonthOrLast = Exclude<HourOfDay, 0> | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 31 | 'L'

/**
 * Which one of a day of the week in a month, 1 to 5.
 *
 * @example
 * ```ts
 * import { type NthOfMonth, nthWeekday } from 'flowspec/schedule'
 *
 * const second: NthOfMonth = 2
 * process.stdout.write(`${nthWeekday(second, 'FRI', '02:00').cron}\n`)
 * ```
 */
export type NthOfMonth = 1 | 2 | 3 | 4 | 5

/**
 * A time of a day to the minute: `00:00` to `23:59`.
 *
 * @example
 * ```ts
 * import { daily, type TimeOfDay } from 'flowspec/schedule'
 *
 * const night: TimeOfDay = '02:30'
 * process.stdout.write(`${daily(night).cron}\n`)
 * ```
 */
export type TimeOfDay =
  `${`${0 | 1}${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | '20' | '21' | '22' | '23'}:${0 | 1 | 2 | 3 | 4 | 5}${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
