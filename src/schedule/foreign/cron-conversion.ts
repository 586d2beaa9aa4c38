import type { CronField } from '../cron-field.ts'

/**
 * Something to know about a cron that was carried from one dialect to another: what had to be written in another way.
 *
 * @example
 * ```ts
 * import { type CronNote, fromQuartzCron } from 'flowspec/schedule'
 *
 * const show = ({ field, message }: CronNote): string => `${field}: ${message}`
 * process.stdout.write(fromQuartzCron('0 0 9 ? * 2-6').notes.map(show).join('\n'))
 * ```
 */
export interface CronNote {
  /** The field that is written in another way. */
  readonly field: CronField
  /** What stood there, what stands there now, and why. */
  readonly message: string
}

/**
 * A cron in another dialect, with the same meaning.
 *
 * @example
 * ```ts
 * import { type CronConversion, fromUnixCron } from 'flowspec/schedule'
 *
 * const carried: CronConversion = fromUnixCron('30 2 * * 1-5')
 * process.stdout.write(`${carried.cron}\n`)
 * ```
 */
export interface CronConversion {
  /** The cron in the dialect asked for. */
  readonly cron: string
  /** What had to be written in another way; empty when the fields mean the same as they stand. */
  readonly notes: readonly CronNote[]
}
