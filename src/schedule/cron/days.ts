import { sortedSet, wholeNumbers } from '../number-sets.ts'
import { quote } from '../quote.ts'
import type { CronPiece } from './diagnostics.ts'
import { type FieldReader, isWildcard } from './field-reader.ts'
import { parsePart, parseSet } from './items.ts'
import { splitPieces } from './tokens.ts'
import { parseValue } from './values.ts'

/** What a day of month says: numbered days, and whether the last day of the month is one too. */
export interface DayOfMonth {
  readonly days: readonly number[]
  readonly last: boolean
}

/** Reads a day of month: `*`, `?`, or a list in which `L` may stand. */
export function parseDayOfMonth(reader: FieldReader): DayOfMonth {
  const { token, spec } = reader
  if (isWildcard(token.text)) return { days: wholeNumbers(spec.min, spec.max), last: false }
  const days: number[] = []
  let last = false
  for (const part of splitPieces(token, ',')) {
    if (part.text === 'L') last = true
    else if (/^L[-+]/i.test(part.text)) {
      const fault = `${reader.describe(part, 'item')} counts back from the last day, which DataWorks cannot`
      reader.error(part, fault, 'L stands alone or in a list, as in 1,L.')
    } else days.push(...parsePart(part, reader))
  }
  return { days: sortedSet(days), last }
}

/** What a day of week says: days from 1 (Monday) to 7, and which one of each in a month when not every one. */
export interface DayOfWeek {
  readonly days: readonly number[]
  readonly last: boolean
  readonly nth: number | undefined
}

const sunday = 7
const none: DayOfWeek = { days: [], last: false, nth: undefined }

/** Reads a day of week: `*`, `?`, a list, or one day with `L` (the last in a month) or `#` (the nth). */
export function parseDayOfWeek(reader: FieldReader): DayOfWeek {
  const { token } = reader
  if (isWildcard(token.text)) return { ...none, days: wholeNumbers(1, sunday) }
  const special = splitPieces(token, ',').find(({ text }) => /#|L$/.test(text))
  if (special === undefined) return { ...none, days: weekdays(parseSet(reader)) }
  if (special.text !== token.text) {
    const fault = `${reader.describe(special, 'item')} has to stand alone`
    reader.error(special, fault, 'One cron has one last or nth day of the week.')
    return none
  }
  return token.text.includes('#') ? parseNth(reader) : parseLast(reader)
}

/** Days counted from 1 (Monday) to 7, whichever of its two numbers Sunday had. */
function weekdays(values: readonly number[]): readonly number[] {
  return sortedSet(values.map((value) => (value === 0 ? sunday : value)))
}

function parseLast(reader: FieldReader): DayOfWeek {
  const { token } = reader
  if (token.text === 'L') {
    const hint = 'Write 6L for the last Saturday of a month, or 6 for every Saturday, which L means in Quartz.'
    reader.error(token, `${reader.describe(token, 'field')} lacks the day before its L`, hint)
    return none
  }
  const day = parseValue({ text: token.text.slice(0, -1), column: token.column }, reader)
  return day === undefined ? none : { ...none, days: weekdays([day]), last: true }
}

function parseNth(reader: FieldReader): DayOfWeek {
  const [dayPiece, nthPiece, surplus] = splitPieces(reader.token, '#')
  if (dayPiece === undefined || nthPiece === undefined || surplus !== undefined) {
    reader.error(reader.token, `${reader.describe(reader.token, 'field')} has more than one #`)
    return none
  }
  const day = parseValue(dayPiece, reader)
  const nth = parseCount(nthPiece, reader)
  return day === undefined ? none : { ...none, days: weekdays([day]), nth }
}

function parseCount(piece: CronPiece, reader: FieldReader): number | undefined {
  if (/^[1-5]$/.test(piece.text)) return Number(piece.text)
  const fault = `${reader.describe(reader.token, 'field')} has ${quote(piece.text)} after its #, not one of 1 to 5`
  reader.error(piece, fault, 'For the last one in a month write L: 5L is the last Friday.')
  return undefined
}
