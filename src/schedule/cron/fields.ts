import type { CronDialect, CronField, CronFieldSpec } from './cron-fields.ts'
import { type DayOfMonth, type DayOfWeek, readDayOfMonth, readDayOfWeek } from './days.ts'
import type { CronPiece, CronProblems } from './diagnostics.ts'
import { FieldReader } from './field-reader.ts'
import { type CronStep, type ItemSet, readItems } from './items.ts'
import type { SixFields } from './six-fields.ts'
import { splitPieces } from './tokens.ts'

/** What the fields of a cron mean; usable only when no error was reported. */
export interface CronFieldSets {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly dayOfMonth: DayOfMonth
  readonly months: readonly number[]
  readonly dayOfWeek: DayOfWeek
}

/** What the fields mean, and how they were written. */
export interface ReadFields extends CronFieldSets {
  /** The fields with a range that runs over their end. */
  readonly wrapping: ReadonlySet<CronField>
  readonly steps: readonly CronStep[]
}

/** Reads the fields after the second as a dialect means them, and reports every fault in them. */
export function readFields(all: SixFields, dialect: CronDialect, problems: CronProblems): ReadFields {
  const readerOf = (spec: CronFieldSpec, token: CronPiece): FieldReader =>
    new FieldReader(spec, token, { dialect, all, problems })
  const numbersOf = (spec: CronFieldSpec, token: CronPiece): ItemSet =>
    readItems(splitPieces(token, ','), readerOf(spec, token))
  const minute = numbersOf(dialect.minute, all[1])
  const hour = numbersOf(dialect.hour, all[2])
  const dayOfMonth = readDayOfMonth(readerOf(dialect.dayOfMonth, all[3]))
  const month = numbersOf(dialect.month, all[4])
  const dayOfWeek = readDayOfWeek(readerOf(dialect.dayOfWeek, all[5]))
  const writings = [minute, hour, dayOfMonth, month, dayOfWeek]
  return {
    minutes: minute.values,
    hours: hour.values,
    dayOfMonth: { days: dayOfMonth.days, last: dayOfMonth.last },
    months: month.values,
    dayOfWeek: { days: dayOfWeek.days, last: dayOfWeek.last, nth: dayOfWeek.nth },
    wrapping: new Set(writings.flatMap(({ wrapping }) => wrapping)),
    steps: writings.flatMap(({ steps }) => steps),
  }
}

/** Whether a field's text lets every value pass: what makes it safe to restrict the other of the two day fields. */
export function isWildcard(text: string): boolean {
  return text === '*' || text === '?' || text === '*/1'
}
