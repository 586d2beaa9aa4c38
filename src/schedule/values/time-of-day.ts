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
