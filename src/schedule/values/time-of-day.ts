type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type HourText = `${'0' | '1'}${Digit}` | '20' | '21' | '22' | '23'

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
export type TimeOfDay = `${HourText}:${'0' | '1' | '2' | '3' | '4' | '5'}${Digit}`
