/**
 * A unit of a date format: `hh24` is the hour, `hh12` and `hh` the hour of the 12-hour clock, `mm` the month and `mi` the
 * minute.
 *
 * @example
 * ```ts
 * import { type DateUnit, parseParameter } from 'flowspec/schedule'
 *
 * const units = new Set<DateUnit | '-' | ':'>()
 * for (const part of parseParameter('$[yyyy-mm-dd]').parts) {
 *   if (part.kind === 'date') for (const piece of part.format) units.add(piece)
 * }
 * ```
 */
export type DateUnit = 'yyyy' | 'yy' | 'mm' | 'dd' | 'hh24' | 'hh12' | 'hh' | 'mi' | 'ss'

/**
 * By how much a date is moved before it is written.
 *
 * @example
 * ```ts
 * import { type DateOffset, parseParameter } from 'flowspec/schedule'
 *
 * const [part] = parseParameter('$[yyyymmdd-7*2-1/24]').parts
 * const offsets: readonly DateOffset[] = part?.kind === 'date' ? part.offsets : []
 * process.stdout.write(offsets.map(({ sign, times, amount, unit }) => `${sign}${times * amount} ${unit}`).join(', '))
 * ```
 */
export interface DateOffset {
  readonly sign: '+' | '-'
  /** How many, not negative. */
  readonly amount: number
  /** By how much the amount is multiplied: `7*2` is two weeks, `12*1` in add_months one year. */
  readonly times: 1 | 7 | 12
  readonly unit: 'year' | 'month' | 'day' | 'hour' | 'minute'
}

/**
 * A name that stands for a value by itself, `$bizdate`; those with dots are written in braces, `${bdp.system.bizdate}`.
 *
 * @example
 * ```ts
 * import { type BuiltinParameter, printParameter } from 'flowspec/schedule'
 *
 * const name: BuiltinParameter = 'bdp.system.bizdate'
 * process.stdout.write(printParameter([{ kind: 'builtin', name }]))
 * ```
 */
export type BuiltinParameter =
  | 'bizdate'
  | 'cyctime'
  | 'gmtdate'
  | 'bizmonth'
  | 'jobid'
  | 'nodeid'
  | 'taskid'
  | 'bdp.system.bizdate'
  | 'bdp.system.cyctime'

/**
 * What a part of a scheduling parameter means: text that stays as it is, a date to be worked out from the business date
 * (`${…}`) or the schedule time (`$[…]`), a name the system gives a value to, or a parameter of the workflow or the
 * workspace.
 *
 * @example
 * ```ts
 * import { type ParameterMeaning, printParameter } from 'flowspec/schedule'
 *
 * const dayBefore: ParameterMeaning = {
 *   kind: 'date',
 *   from: 'schedule-time',
 *   format: ['yyyy', 'mm', 'dd'],
 *   months: undefined,
 *   offsets: [{ sign: '-', amount: 1, times: 1, unit: 'day' }],
 * }
 * process.stdout.write(printParameter([dayBefore]))
 * ```
 */
export type ParameterMeaning =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'date'
      /** What the date is worked out from. */
      readonly from: 'business-date' | 'schedule-time'
      readonly format: readonly (DateUnit | '-' | ':')[]
      /** Months by which add_months moves it, before any other offset; undefined without add_months. */
      readonly months: DateOffset | undefined
      readonly offsets: readonly DateOffset[]
    }
  | { readonly kind: 'builtin'; readonly name: BuiltinParameter }
  | { readonly kind: 'reference'; readonly scope: 'workflow' | 'workspace'; readonly name: string }

/**
 * A part of a scheduling parameter: what it means, how it is written and where.
 *
 * @example
 * ```ts
 * import { type ParameterPart, parseParameter } from 'flowspec/schedule'
 *
 * const isDynamic = (part: ParameterPart): boolean => part.kind !== 'text'
 * process.stdout.write(`${parseParameter('ds${yyyymmdd-1}').parts.filter(isDynamic).length}\n`)
 * ```
 */
export type ParameterPart = ParameterMeaning & {
  /** The part as written. */
  readonly text: string
  /** Where it begins in the parameter, counting from 1. */
  readonly column: number
}

/** What a part that is a date means. */
export type DateMeaning = Extract<ParameterMeaning, { kind: 'date' }>
