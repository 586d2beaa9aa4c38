import type { DayOfMonth, DayOfWeek } from '../cron/days.ts'
import type { CronPiece } from '../cron/diagnostics.ts'
import type { FieldReader } from '../cron/field-reader.ts'
import { splitPieces } from '../cron/tokens.ts'
import { parseValue } from '../cron/values.ts'
import { sortedSet } from '../number-sets.ts'
import { quote } from '../quote.ts'
import type { CronDialect } from './dialect.ts'
import { readForeignSet } from './foreign-fields.ts'

const nothing: DayOfWeek = { days: [], last: false, nth: undefined }
const saturday = 6

/** Days that DataWorks can have too, and whether a range ran over the end of the field. */
export type Wrapping<Days> = Days & { readonly wraps: boolean }

/** Reads a day of month. What counts weekdays (W) or back from the last day (L-3) is reported as not carried. */
export function readForeignDayOfMonth(reader: FieldReader, { boundedSteps }: CronDialect): Wrapping<DayOfMonth> {
  const items = splitPieces(reader.token, ',')
  const uncarried = items.filter(({ text }) => /W/.test(text) || /^L[-+]/.test(text))
  for (const item of uncarried) refuse(item, reader)
  if (uncarried.length > 0) return { days: [], last: false, wraps: false }
  const plain = items.filter(({ text }) => text !== 'L')
  const { values, wraps } = readForeignSet(plain, reader, boundedSteps)
  return { days: sortedSet(values), last: plain.length < items.length, wraps }
}

function refuse(item: CronPiece, reader: FieldReader): void {
  const what = /W/.test(item.text) ? 'asks for the nearest weekday (W)' : 'counts back from the last day'
  reader.problems.refuse('schedule/cron-not-carried', {
    field: reader.spec.field,
    place: item,
    message: `${reader.describe(item, 'item')} ${what}, which DataWorks cannot.`,
    hint: 'List the days, or let the node run daily and decide in its code.',
  })
}

/** Reads a day of week, counted from Monday as DataWorks does. */
export function readForeignDayOfWeek(reader: FieldReader, dialect: CronDialect): Wrapping<DayOfWeek> {
  const { token } = reader
  if (token.text === 'L' && dialect.loneLast) return { ...nothing, days: [saturday], wraps: false }
  const items = splitPieces(token, ',')
  const special = items.find(({ text }) => /#|L$/.test(text))
  if (special === undefined) {
    const { values, wraps } = readForeignSet(items, reader, dialect.boundedSteps)
    return { ...nothing, days: sortedSet(values.map(dialect.weekday)), wraps }
  }
  if (special.text !== token.text) {
    const fault = `${reader.describe(special, 'item')} has to stand alone`
    reader.error(special, fault, 'One cron has one last or nth day of the week.')
    return { ...nothing, wraps: false }
  }
  return { ...readSpecial(reader, dialect), wraps: false }
}

/** Reads `6L` or `6#2`. */
function readSpecial(reader: FieldReader, dialect: CronDialect): DayOfWeek {
  const { token } = reader
  const [dayPiece, nthPiece, surplus] = splitPieces(token, '#')
  if (dayPiece === undefined || surplus !== undefined) {
    reader.error(token, `${reader.describe(token, 'field')} has more than one #`)
    return nothing
  }
  const isLast = nthPiece === undefined
  const day = parseValue(isLast ? { ...token, text: token.text.slice(0, -1) } : dayPiece, reader)
  if (!isLast && !/^[1-5]$/.test(nthPiece.text)) {
    const fault = `${reader.describe(token, 'field')} has ${quote(nthPiece.text)} after its #, not one of 1 to 5`
    reader.error(nthPiece, fault, 'For the last one in a month write L.')
    return nothing
  }
  const nth = isLast ? undefined : Number(nthPiece.text)
  return day === undefined ? nothing : { days: [dialect.weekday(day)], last: isLast, nth }
}
