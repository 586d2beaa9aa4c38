import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'

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

/** A field that holds a set of numbers. */
export type SetField = Exclude<CronField, 'second' | 'year'>

/** What a field that holds a set of numbers takes. Numbers are those of cron-parser, whose Sunday is 0 and 7. */
export interface CronFieldSpec {
  readonly field: SetField
  /** The name of the field in messages. */
  readonly label: string
  readonly min: number
  readonly max: number
  /** Where the steps of `*` start counting. In day of month that is 0, which is no day: with step 5 it is 5, 10, 15… */
  readonly stepStart: number
  /** How many values the field has before it starts again; undefined where that differs from one round to the next. */
  readonly period: number | undefined
  /** Names of values in upper case. */
  readonly names: readonly string[]
  /** The values the field takes, in words. */
  readonly allowed: string
  /** The longest step the field takes; undefined when a step may be longer than the field. */
  readonly longestStep?: number
  /** A number as cron-parser has it; undefined when both have the same numbers. */
  readonly toCronParser?: (number: string) => string
}

export const minuteSpec: CronFieldSpec = {
  field: 'minute',
  label: 'minute',
  min: 0,
  max: 59,
  stepStart: 0,
  period: 60,
  names: [],
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
  allowed: '1 (Monday) to 7 (Sunday, also 0), MON to SUN, 5L (the last Friday), 5#2 (the second Friday), or ? alone',
}

/** What a cron has in its fields, and what they mean. */
export interface CronDialect {
  readonly minute: CronFieldSpec
  readonly hour: CronFieldSpec
  readonly dayOfMonth: CronFieldSpec
  readonly month: CronFieldSpec
  readonly dayOfWeek: CronFieldSpec
  /** Whether a range may run over the end of its field, as 22-2 does in the hours. */
  readonly wraps: boolean
  /** Whether `L` alone is a day of the week: the last one, Saturday. */
  readonly loneLast: boolean
  /** The rule of what the dialect has and DataWorks has not. */
  readonly unsupported: BuiltInRuleName
}

/** DataWorks: what Spring's CronSequenceGenerator reads, and `L` and `#` besides. */
export const dataworksDialect: CronDialect = {
  minute: minuteSpec,
  hour: hourSpec,
  dayOfMonth: dayOfMonthSpec,
  month: monthSpec,
  dayOfWeek: dayOfWeekSpec,
  wraps: false,
  loneLast: false,
  unsupported: 'schedule/cron-syntax',
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
