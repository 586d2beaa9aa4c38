import { showValue } from '../../diagnostics/show-value.ts'
import type { CronField } from '../cron/cron-fields.ts'
import type { DayOfMonth, DayOfWeek } from '../cron/days.ts'
import type { CronPiece, CronProblems } from '../cron/diagnostics.ts'
import type { CronFieldSets } from '../cron/fields.ts'
import type { SixFields } from '../cron/six-fields.ts'
import { numberRuns, sortedSet } from '../number-sets.ts'
import { daysPerWeek, longestMonthLength } from '../time-units.ts'

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

/** A cron on its way from one dialect to another. */
interface Carriage {
  /** The fields as written. */
  readonly written: SixFields
  /** What they mean in the dialect they come from, days of the week counted from Monday. */
  readonly meant: CronFieldSets
  /** What the same text would mean in the dialect they go to. */
  readonly read: CronFieldSets
  /** The fields that the dialect they go to refuses as they are written. */
  readonly refused: ReadonlySet<CronField | undefined>
  /** A day of the week as the dialect they go to counts it. */
  readonly weekday: (day: number) => number
  /** Why a field has to be written in another way. */
  readonly reason: (field: CronField, text: string) => string
}

/**
 * Writes fields in another dialect: as they stand where they mean the same there, else as a list, with a note. The day
 * field that restricts nothing becomes `?`; single minutes and hours get two digits.
 */
export function carryFields(carriage: Carriage): CronConversion {
  const { written, meant, read, refused, reason } = carriage
  const notes: CronNote[] = []
  const carry = (field: CronField, { text }: CronPiece, list: string, isSame = true): string => {
    if (isSame && !refused.has(field)) return text
    const message = `The ${field.replaceAll('-', ' ')} ${showValue(text)} is written ${showValue(list)}: ${reason(field, text)}.`
    notes.push(Object.freeze({ field, message }))
    return list
  }
  const [, minute, hour, date, month, weekday] = written
  const isAnyWeekday = meant.dayOfWeek.days.length === daysPerWeek
  const isAnyDate = meant.dayOfMonth.days.length === longestMonthLength
  const fields = [
    '00',
    padded(carry('minute', minute, writeOrStar(meant.minutes, 60))),
    padded(carry('hour', hour, writeOrStar(meant.hours, 24))),
    isAnyDate
      ? '*'
      : carry('day-of-month', date, writeDates(meant.dayOfMonth), isEqual(meant.dayOfMonth, read.dayOfMonth)),
    carry('month', month, writeOrStar(meant.months, 12)),
    isAnyWeekday
      ? '?'
      : carry('day-of-week', weekday, writeWeekdays(carriage), isEqual(meant.dayOfWeek, read.dayOfWeek)),
  ]
  if (!isAnyWeekday) fields[3] = '?'
  return Object.freeze({ cron: fields.join(' '), notes: Object.freeze(notes) })
}

/** Whether two dialects read the same days; what both take for a minute, an hour or a month is the same in all of them. */
function isEqual(meant: DayOfMonth | DayOfWeek, read: DayOfMonth | DayOfWeek): boolean {
  return JSON.stringify(meant) === JSON.stringify(read)
}

function padded(text: string): string {
  return /^\d$/.test(text) ? `0${text}` : text
}

function writeOrStar(values: readonly number[], all: number): string {
  return values.length === all ? '*' : writeSet(values)
}

function writeDates({ days, last }: DayOfMonth): string {
  return [...runTexts(days), ...(last ? ['L'] : [])].join(',')
}

function writeWeekdays({ meant, weekday }: Carriage): string {
  const { days, last, nth }: DayOfWeek = meant.dayOfWeek
  const list = writeSet(sortedSet(days.map(weekday)))
  if (last) return `${list}L`
  return nth === undefined ? list : `${list}#${nth}`
}

/** Sorted numbers as every dialect reads them: a list, with ranges for three and more that follow one another. */
export function writeSet(values: readonly number[]): string {
  return runTexts(values).join(',')
}

function runTexts(values: readonly number[]): readonly string[] {
  return numberRuns(values).map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
}

/** The fields in which something was found: reading fields gives errors and no warnings. */
export function refusedFields(problems: CronProblems): ReadonlySet<CronField | undefined> {
  return new Set(problems.list().map(({ field }) => field))
}
