import type { CronPiece, CronProblems } from '../cron/diagnostics.ts'
import { FieldReader, isWildcard } from '../cron/field-reader.ts'
import type { CronField, CronFieldSpec } from '../cron/field-specs.ts'
import type { CronFieldSets } from '../cron/fields.ts'
import type { SixFields } from '../cron/six-fields.ts'
import { splitPieces } from '../cron/tokens.ts'
import { parseValue } from '../cron/values.ts'
import { sortedSet, wholeNumbers } from '../number-sets.ts'
import type { CronDialect } from './dialect.ts'
import { readForeignDayOfMonth, readForeignDayOfWeek } from './foreign-days.ts'

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

/** Values of a field of another dialect, in no order, and whether a range ran over the end of the field. */
interface ForeignSet {
  readonly values: readonly number[]
  readonly wraps: boolean
}

const none: ForeignSet = { values: [], wraps: false }

/** Days of the month go round after the longest month. */
const roundOfDays = 31

/** Reads items that are values, ranges and steps as Quartz and Unix write them: a range may run over the end. */
export function readForeignSet(items: readonly CronPiece[], reader: FieldReader, boundedSteps: boolean): ForeignSet {
  const parts = items.map((item) => readPart(item, reader, boundedSteps))
  return { values: parts.flatMap(({ values }) => values), wraps: parts.some(({ wraps }) => wraps) }
}

function readPart(part: CronPiece, reader: FieldReader, boundedSteps: boolean): ForeignSet {
  const [base, stepPiece, surplus] = splitPieces(part, '/')
  if (base === undefined || surplus !== undefined) {
    reader.error(part, `${reader.describe(part, 'item')} has more than one /`)
    return none
  }
  const step = stepPiece === undefined ? 1 : readStep(stepPiece, reader, boundedSteps)
  const range = base.text === '*' ? wholeRange(reader) : readRange(base, stepPiece !== undefined, reader)
  if (range === undefined || step === undefined) return none
  return walk(range, step, reader)
}

interface Range {
  readonly start: number
  readonly end: number
}

function wholeRange({ spec }: FieldReader): Range {
  return { start: spec.stepStart, end: spec.max }
}

function readRange(base: CronPiece, hasStep: boolean, reader: FieldReader): Range | undefined {
  const [from, to, surplus] = splitPieces(base, '-')
  if (from === undefined || surplus !== undefined) {
    reader.error(base, `${reader.describe(base, 'range')} has more than one -`)
    return undefined
  }
  const start = parseValue(from, reader)
  const end = to === undefined ? start : parseValue(to, reader)
  if (start === undefined || end === undefined) return undefined
  return { start, end: hasStep && to === undefined ? reader.spec.max : end }
}

function readStep(piece: CronPiece, reader: FieldReader, isBounded: boolean): number | undefined {
  const step = /^\d{1,3}$/.test(piece.text) ? Number(piece.text) : 0
  if (step >= 1 && (!isBounded || step <= reader.spec.max)) return step
  const most = isBounded ? ` to ${reader.spec.max}` : ''
  reader.error(piece, `${reader.describe(piece, 'step')} is not a whole number from 1${most}`)
  return undefined
}

/** The values from the start to the end, over the end of the field when the end is before the start. */
function walk({ start, end }: Range, step: number, { spec }: FieldReader): ForeignSet {
  const round = spec.period ?? roundOfDays
  const wraps = end < start
  const length = wraps ? end - start + round : end - start
  const values: number[] = []
  for (let past = 0; past <= length; past += step) {
    values.push(wraps ? spec.min + ((start - spec.min + past) % round) : start + past)
  }
  return { values, wraps }
}
