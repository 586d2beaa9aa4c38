import type { CronDate } from 'cron-parser'
import libraries from '../libraries.cjs'
import { remember } from '../remember.ts'
import type { SetField } from './cron-fields.ts'

/** What an item of a field means. */
export interface ItemMeaning {
  /** The numbers, in order. Sunday is 0 or 7, and there once. */
  readonly values: readonly number[]
  /** Whether the item is about a last day: `L`, `5L`. */
  readonly last: boolean
  /** Which one in a month the day of the week is, `5#2`; undefined for every one. */
  readonly nth: number | undefined
}

/** What cron-parser says of an item: what it means, or why it is refused. */
export type ItemJudgement = ({ readonly ok: true } & ItemMeaning) | { readonly ok: false; readonly reason: string }

/** The names that cron-parser has for the fields, in the order in which a cron has them. */
const fieldNames = {
  minute: 'minute',
  hour: 'hour',
  'day-of-month': 'dayOfMonth',
  month: 'month',
  'day-of-week': 'dayOfWeek',
} as const satisfies Record<SetField, string>

const remembered = 512
const sunday = 7

const judges: Readonly<Record<SetField, (item: string) => ItemJudgement>> = {
  minute: judgeOf('minute'),
  hour: judgeOf('hour'),
  'day-of-month': judgeOf('day-of-month'),
  month: judgeOf('month'),
  'day-of-week': judgeOf('day-of-week'),
}

/**
 * Has cron-parser judge one item of a list, written as cron-parser reads it: its dialect is not ours. It is asked item by
 * item, and not for whole crons, because it would refuse lists that name a value twice and dates that no month has, which
 * the service takes; and because a refusal then has its place.
 */
export function judgeItem(field: SetField, item: string): ItemJudgement {
  return judges[field](item)
}

// @__NO_SIDE_EFFECTS__
function judgeOf(field: SetField): (item: string) => ItemJudgement {
  return remember(remembered, (item) => judge(field, item))
}

function judge(field: SetField, item: string): ItemJudgement {
  const { CronExpressionParser } = libraries.cronParser
  // The other fields have one value each. January has all days.
  const others = { minute: '0', hour: '0', 'day-of-month': '1', month: '1', 'day-of-week': '0' }
  const text = ['0', ...Object.values({ ...others, [field]: item })].join(' ')
  const currentDate = anyDate()
  try {
    const { fields } = CronExpressionParser.parse(text, { currentDate })
    const { values } = fields[fieldNames[field]]
    return Object.freeze({
      ok: true,
      values: Object.freeze(field === 'day-of-week' ? withSundayOnce(numbersOf(values)) : numbersOf(values)),
      last: values.some((value) => typeof value === 'string'),
      nth: fields.dayOfWeek.nthDay || undefined,
    })
  } catch (error) {
    return Object.freeze({ ok: false, reason: error instanceof Error ? error.message : String(error) })
  }
}

/** The numbers among the values; cron-parser has the last Friday as `5L`. */
function numbersOf(values: readonly (number | string)[]): readonly number[] {
  return values.map((value) => Number.parseInt(String(value), 10)).filter((value) => !Number.isNaN(value))
}

/** cron-parser has the Sunday at the end of a range as 0 and as 7. */
function withSundayOnce(days: readonly number[]): readonly number[] {
  return days.includes(sunday) ? days.filter((day) => day !== 0) : days
}

let knownDate: CronDate | undefined

/**
 * The date that cron-parser wants to begin with; which one it is matters to nothing that is asked of it here. For its first
 * date luxon asks Intl for the locale of the machine, which takes as long as loading both libraries, and is told one instead.
 */
function anyDate(): CronDate {
  if (knownDate !== undefined) return knownDate
  const { Settings } = libraries.luxon
  const { defaultLocale } = Settings
  Settings.defaultLocale = 'en-US'
  try {
    knownDate = new libraries.cronParser.CronDate(0, 'UTC')
  } finally {
    Settings.defaultLocale = defaultLocale
  }
  return knownDate
}
