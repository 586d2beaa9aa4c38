import { showValue } from '../../diagnostics/show-value.ts'
import { sortedSet } from '../number-sets.ts'
import type { CronPiece } from './diagnostics.ts'
import type { FieldReader } from './field-reader.ts'
import { type ItemSet, readItems } from './items.ts'
import { judgeItem } from './judge.ts'
import { splitPieces } from './tokens.ts'
import { readValue } from './values.ts'

/** What a day of month says: numbered days, and whether the last day of the month is one too. */
export interface DayOfMonth {
  readonly days: readonly number[]
  readonly last: boolean
}

/** What a day of week says: days from 1 (Monday) to 7, and which one of each in a month when not every one. */
export interface DayOfWeek {
  readonly days: readonly number[]
  readonly last: boolean
  readonly nth: number | undefined
}

/** How a set was written. */
type Writing = Pick<ItemSet, 'wrapping' | 'steps'>

const plain: Writing = { wrapping: [], steps: [] }

/** The items of a field of days, of which `?` is every one. */
function itemsOf({ text, column }: CronPiece): readonly CronPiece[] {
  return splitPieces({ text: text === '?' ? '*' : text, column }, ',')
}

/** Reads a day of month: `*`, `?`, or a list in which `L` may stand. */
export function readDayOfMonth(reader: FieldReader): DayOfMonth & Writing {
  const items = itemsOf(reader.token)
  const counted = items.filter(({ text }) => /^L[-+]/i.test(text))
  for (const item of counted) {
    const fault = `${reader.describe(item, 'item')} counts back from the last day, which DataWorks cannot`
    const hint = 'L stands alone or in a list, as in 1,L. Or let the node run daily and decide in its code.'
    reader.error(item, fault, hint, reader.dialect.unsupported)
  }
  const lasts = items.filter(({ text }) => text === 'L')
  const numbered = items.filter((item) => !(counted.includes(item) || lasts.includes(item)))
  const { values, ...writing } = readItems(numbered, reader)
  return { days: values, last: lasts.some((item) => reader.judge(item.text, item)?.last), ...writing }
}

const sunday = 7
const saturday = '6'
const noDays: DayOfWeek & Writing = { days: [], last: false, nth: undefined, ...plain }

/** Reads a day of week: `*`, `?`, a list, or one day with `L` (the last in a month) or `#` (the nth). */
export function readDayOfWeek(reader: FieldReader): DayOfWeek & Writing {
  const { token, dialect } = reader
  if (token.text === 'L' && dialect.loneLast) return judgedDays(saturday, reader)
  const items = itemsOf(token)
  const special = items.find(({ text }) => /#|L$/.test(text))
  if (special === undefined) {
    const { values, ...writing } = readItems(items, reader)
    return { ...noDays, days: fromMonday(values), ...writing }
  }
  if (special.text !== token.text) {
    const fault = `${reader.describe(special, 'item')} has to stand alone`
    reader.error(special, fault, 'One cron has one last or nth day of the week.')
    return noDays
  }
  return token.text.includes('#') ? readNth(reader) : readLast(reader)
}

/** Days counted from 1 (Monday) to 7, whichever of its two numbers Sunday had. */
function fromMonday(values: readonly number[]): readonly number[] {
  return sortedSet(values.map((value) => (value === 0 ? sunday : value)))
}

function readLast(reader: FieldReader): DayOfWeek & Writing {
  const { token } = reader
  if (token.text === 'L') {
    const hint = 'Write 6L for the last Saturday of a month, or 6 for every Saturday, which L means in Quartz.'
    reader.error(token, `The ${reader.title} lacks the day before its L`, hint)
    return noDays
  }
  const day = readValue({ text: token.text.slice(0, -1), column: token.column }, reader)
  return day === undefined ? noDays : judgedDays(`${day}L`, reader)
}

function readNth(reader: FieldReader): DayOfWeek & Writing {
  const { token } = reader
  const [dayPiece, nthPiece, surplus] = splitPieces(token, '#')
  if (dayPiece === undefined || nthPiece === undefined || surplus !== undefined) {
    reader.error(token, `The ${reader.title} has more than one #`)
    return noDays
  }
  const day = readValue(dayPiece, reader)
  const isCount = /^\d$/.test(nthPiece.text) && judgeItem('day-of-week', `1#${nthPiece.text}`).ok
  if (!isCount) {
    const fault = `The ${reader.title} has ${showValue(nthPiece.text)} after its #, not one of 1 to 5`
    reader.error(nthPiece, fault, 'For the last one in a month write L: 5L is the last Friday.')
  }
  return day === undefined || !isCount ? noDays : judgedDays(`${day}#${nthPiece.text}`, reader)
}

/** What a field that is one item means, written as cron-parser reads it. */
function judgedDays(text: string, reader: FieldReader): DayOfWeek & Writing {
  const judged = reader.judge(text, reader.token)
  if (judged === undefined) return noDays
  return { days: fromMonday(judged.values), last: judged.last, nth: judged.nth, ...plain }
}
