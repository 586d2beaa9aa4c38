import type { CronField, CronFieldSpec } from '../cron-field.ts'
import type { CronPiece, CronProblems } from '../cron-problems.ts'
import { FieldReader } from '../field-reader.ts'
import { isWildcard } from '../is-wildcard.ts'
import type { CronFieldSets } from '../read-fields.ts'
import type { SixFields } from '../six-fields.ts'
import { sortedSet } from '../sorted-set.ts'
import { splitPieces } from '../split-pieces.ts'
import { wholeNumbers } from '../whole-numbers.ts'
import type { CronDialect } from './cron-dialect.ts'
import { readForeignDayOfMonth, readForeignDayOfWeek } from './read-foreign-days.ts'
import { readForeignSet } from './read-foreign-set.ts'

/** What the fields of a cron in another dialect say, the days of the week counted from Monday. */
export interface ForeignFields extends CronFieldSets {
  /** The fields with a range that runs over their end. */
  readonly wrapping: ReadonlySet<CronField>
}

const everyDay = wholeNumbers(1, 31)
const everyWeekday = wholeNumbers(1, 7)

/** Reads the fields after the seconds as another dialect means them, and reports every fault in them. */
export function readForeignFields(six: SixFields, dialect: CronDialect, problems: CronProblems): ForeignFields {
  const wrapping = new Set<CronField>()
  const note = <Read extends { readonly wraps: boolean }>({ field }: CronFieldSpec, read: Read): Read => {
    if (read.wraps) wrapping.add(field)
    return read
  }
  const numbers = (spec: CronFieldSpec, token: CronPiece): readonly number[] => {
    const reader = new FieldReader(spec, token, six, problems)
    const { values } = note(spec, readForeignSet(splitPieces(token, ','), reader, dialect.boundedSteps))
    return sortedSet(values)
  }
  const [, minute, hour, date, month, weekday] = six
  const dates = new FieldReader(dialect.dayOfMonth, date, six, problems)
  const weekdays = new FieldReader(dialect.dayOfWeek, weekday, six, problems)
  return {
    minutes: numbers(dialect.minute, minute),
    hours: numbers(dialect.hour, hour),
    dayOfMonth: isWildcard(date.text)
      ? { days: everyDay, last: false }
      : note(dialect.dayOfMonth, readForeignDayOfMonth(dates, dialect)),
    months: numbers(dialect.month, month),
    dayOfWeek: isWildcard(weekday.text)
      ? { days: everyWeekday, last: false, nth: undefined }
      : note(dialect.dayOfWeek, readForeignDayOfWeek(weekdays, dialect)),
    wrapping,
  }
}
