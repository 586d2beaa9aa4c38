import { showValue } from '../../diagnostics/show-value.ts'
import type { ExpressionCursor } from './cursor.ts'
import { type FormatPiece, isTimeUnit, readFormat, unitInCapitals } from './date-format.ts'
import { readMonths, readOffsets } from './offsets.ts'
import type { DateMeaning, DateOffset } from './part.ts'

/** Reads the expression in `${…}`: a format without times, and one offset in its smallest unit at most. */
export function readBusinessDate(cursor: ExpressionCursor): DateMeaning | undefined {
  const format = readFormat(cursor)
  if (format === undefined) return undefined
  const whole = { at: 0, length: cursor.text.length }
  const hint = `Write $[${cursor.text}], which is worked out from the schedule time.`
  if (format.some(isTimeUnit)) {
    const message = `The expression ${showValue(cursor.text)} has a time of the day, which the business date has not.`
    return cursor.fail({ message, hint, ...whole })
  }
  if (format.includes(':')) {
    const message = `The expression ${showValue(cursor.text)} has a :, which stands only in $[…].`
    return cursor.fail({ message, hint: 'Put - between the units.', ...whole })
  }
  const offsets = readOffsets(cursor, smallestUnit(format))
  if (offsets === undefined) return undefined
  if (offsets.some(({ unit }) => unit === 'hour' || unit === 'minute')) {
    const message = `The expression ${showValue(cursor.text)} moves the business date by hours or minutes, which it has not.`
    return cursor.fail({ message, hint, ...whole })
  }
  if (offsets.length > 1) {
    const message = `The expression ${showValue(cursor.text)} has more than one offset.`
    return cursor.fail({ message, hint: 'Add them up to one number.', ...whole })
  }
  if (!readEnd(cursor)) return undefined
  return { kind: 'date', from: 'business-date', format, months: undefined, offsets }
}

function smallestUnit(format: readonly FormatPiece[]): DateOffset['unit'] {
  if (format.includes('dd')) return 'day'
  return format.includes('mm') ? 'month' : 'year'
}

/** Reads the expression in `$[…]`: a format, perhaps in add_months, and offsets in days, hours and minutes. */
export function readScheduleTime(cursor: ExpressionCursor): DateMeaning | undefined {
  const isShifted = cursor.take('add_months(')
  const format = readFormat(cursor)
  if (format === undefined) return undefined
  const months = isShifted ? readShift(cursor) : undefined
  if (isShifted && months === undefined) return undefined
  const offsets = readOffsets(cursor, 'day')
  if (offsets === undefined || !readEnd(cursor)) return undefined
  return { kind: 'date', from: 'schedule-time', format, months, offsets }
}

/** Reads what stands after the format in add_months: `,-1)`. */
function readShift(cursor: ExpressionCursor): DateOffset | undefined {
  const hint = 'Write add_months(yyyymmdd,-1) for one month before, add_months(yyyymmdd,12*1) for one year after.'
  if (!cursor.take(',')) {
    return cursor.fail({ message: `The expression ${showValue(cursor.text)} lacks the months of add_months.`, hint })
  }
  const months = readMonths(cursor)
  if (months === undefined || cursor.take(')')) return months
  return cursor.fail({ message: `The expression ${showValue(cursor.text)} does not end its add_months with ).`, hint })
}

function readEnd(cursor: ExpressionCursor): boolean {
  if (cursor.isAtEnd) return true
  const hint =
    unitInCapitals(cursor) ?? 'A format is made of yyyy, yy, mm, dd, hh24, hh12, mi and ss; offsets are -1 and -1/24.'
  cursor.fail({ message: `The expression ${showValue(cursor.text)} goes on with ${showValue(cursor.next)}.`, hint })
  return false
}

/** Says what may be misread in an expression that can be used. */
export function remarkDate(date: DateMeaning, cursor: ExpressionCursor): void {
  remarkMonthForMinute(date, cursor)
  if (date.format.includes('hh')) {
    cursor.warn({
      message: `The hour hh in ${showValue(cursor.text)} is the one of the 12-hour clock: 13 o'clock is 01.`,
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
  const message = `The mm after the hour in ${showValue(cursor.text)} is the month.`
  cursor.warn({ message, hint: 'The minute is mi.' })
}

/** Offsets of whole days count days even where the format shows none. */
function remarkUnseenDays({ format, offsets }: DateMeaning, cursor: ExpressionCursor): void {
  const isInDays = offsets.length > 0 && offsets.every(({ unit }) => unit === 'day')
  if (!isInDays || format.includes('dd')) return
  const written = showValue(cursor.text)
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
