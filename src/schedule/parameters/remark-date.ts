import { quote } from '../quote.ts'
import type { ExpressionCursor } from './expression-cursor.ts'
import type { DateMeaning } from './parameter-part.ts'
import { isTimeUnit } from './read-format.ts'

/** Says what may be misread in an expression that can be used. */
export function remarkDate(date: DateMeaning, cursor: ExpressionCursor): void {
  remarkMonthForMinute(date, cursor)
  if (date.from === 'business-date') return
  if (date.format.includes('hh')) {
    cursor.warn({
      message: `The hour hh in ${quote(cursor.text)} is the one of the 12-hour clock: 13 o'clock is 01.`,
      hint: 'Write hh24, or hh12 if that is meant.',
    })
  }
  if (date.months === undefined) remarkUnseenDays(date, cursor)
}

/** `hh24:mm` has the month where the minute seems to be meant. */
function remarkMonthForMinute({ format }: DateMeaning, cursor: ExpressionCursor): void {
  const units = format.filter((piece) => piece !== '-' && piece !== ':')
  const hour = units.findIndex((unit) => unit.startsWith('hh'))
  if (hour === -1 || units[hour + 1] !== 'mm') return
  const message = `The mm after the hour in ${quote(cursor.text)} is the month.`
  cursor.warn({ message, hint: 'The minute is mi.' })
}

/** Offsets of whole days count days even where the format shows none. */
function remarkUnseenDays({ format, offsets }: DateMeaning, cursor: ExpressionCursor): void {
  const isInDays = offsets.length > 0 && offsets.every(({ unit }) => unit === 'day')
  if (!isInDays || format.includes('dd')) return
  const written = quote(cursor.text)
  if (format.every((piece) => isTimeUnit(piece) || piece === ':' || piece === '-')) {
    const message = `The offset in ${written} is of whole days, so the time of the day stays the same.`
    cursor.warn({ message, hint: 'An hour is 1/24, a minute 1/24/60.' })
    return
  }
  const isMonth = format.includes('mm')
  const unit = isMonth ? 'months' : 'years'
  const shift = isMonth ? '-1' : '-12*1'
  cursor.warn({
    message: `The offset in ${written} counts days, not ${unit}: in $[…] it always does.`,
    hint: `For ${unit} write $[add_months(${format.join('')},${shift})], or an offset in \${…}.`,
  })
}
