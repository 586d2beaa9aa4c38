/**
 * A field of a cron, in the order in which they are written. `year` is not part of the dialect; it names the seventh
 * field that other dialects have, when a text has one.
 *
 * @example
 * ```ts
 * import { type CronField, parseCron } from 'flowspec/schedule'
 *
 * const faulty: (CronField | undefined)[] = parseCron('00 60 24 * * ?').diagnostics.map(({ field }) => field)
 * process.stdout.write(`${faulty.join(' and ')}\n`)
 * ```
 */
export type CronField = 'second' | 'minute' | 'hour' | 'day-of-month' | 'month' | 'day-of-week' | 'year'

/** What a field that holds a set of numbers takes. */
export interface CronFieldSpec {
  readonly field: CronField
  /** The name of the field in messages. */
  readonly label: string
  readonly min: number
  readonly max: number
  /** Where the steps of `*` start counting. In day of month that is 0, which is no day: with step 5 it is 5, 10, 15… */
  readonly stepStart: number
  /** How many values the field has before it starts again; undefined where that differs from one round to the next. */
  readonly period: number | undefined
  /** Names of values in upper case; the first one stands for `firstName`. */
  readonly names: readonly string[]
  readonly firstName: number
  /** The values the field takes, in words. */
  readonly allowed: string
}

export const minuteSpec: CronFieldSpec = {
  field: 'minute',
  label: 'minute',
  min: 0,
  max: 59,
  stepStart: 0,
  period: 60,
  names: [],
  firstName: 0,
  allowed: '0 to 59',
}

export const hourSpec: CronFieldSpec = {
  field: 'hour',
  label: 'hour',
  min: 0,
  max: 23,
  stepStart: 0,
  period: 24,
  names: [],
  firstName: 0,
  allowed: '0 to 23',
}

export const dayOfMonthSpec: CronFieldSpec = {
  field: 'day-of-month',
  label: 'day of month',
  min: 1,
  max: 31,
  stepStart: 0,
  period: undefined,
  names: [],
  firstName: 0,
  allowed: '1 to 31, L (the last day), or ? alone',
}

export const monthSpec: CronFieldSpec = {
  field: 'month',
  label: 'month',
  min: 1,
  max: 12,
  stepStart: 1,
  period: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  firstName: 1,
  allowed: '1 to 12, or JAN to DEC',
}

export const dayOfWeekSpec: CronFieldSpec = {
  field: 'day-of-week',
  label: 'day of week',
  min: 0,
  max: 7,
  stepStart: 0,
  period: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
  firstName: 0,
  allowed: '1 (Monday) to 7 (Sunday, also 0), MON to SUN, 5L (the last Friday), 5#2 (the second Friday), or ? alone',
}

/** The six fields in the order in which they are written, with the short names that hints use. */
export const cronFields: readonly { readonly field: CronField; readonly short: string }[] = [
  { field: 'second', short: 'ss' },
  { field: 'minute', short: 'mm' },
  { field: 'hour', short: 'HH' },
  { field: 'day-of-month', short: 'dom' },
  { field: 'month', short: 'mon' },
  { field: 'day-of-week', short: 'dow' },
]
