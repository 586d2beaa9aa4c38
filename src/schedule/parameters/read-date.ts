import { quote } from '../quote.ts'
import type { ExpressionCursor } from './expression-cursor.ts'
import type { DateMeaning, DateOffset } from './parameter-part.ts'
import { type FormatPiece, isTimeUnit, readFormat, unitInCapitals } from './read-format.ts'
import { readMonths, readOffsets } from './read-offset.ts'

/** Reads the expression in `${…}`: a format without times, and one offset in its smallest unit at most. */
export function readBusinessDate(cursor: ExpressionCursor): DateMeaning | undefined {
  const format = readFormat(cursor)
  if (format === undefined) return undefined
  const whole = { at: 0, length: cursor.text.length }
  const hint = `Write $[${cursor.text}], which is worked out from the schedule time.`
  if (format.some(isTimeUnit)) {
    const message = `The expression ${quote(cursor.text)} has a time of the day, which the business date has not.`
    return cursor.fail({ message, hint, ...whole })
  }
  if (format.includes(':')) {
    const message = `The expression ${quote(cursor.text)} has a :, which stands only in $[…].`
    return cursor.fail({ message, hint: 'Put - between the units.', ...whole })
  }
  const offsets = readOffsets(cursor, smallestUnit(format))
  if (offsets === undefined) return undefined
  if (offsets.some(({ unit }) => unit === 'hour' || unit === 'minute')) {
    const message = `The expression ${quote(cursor.text)} moves the business date by hours or minutes, which it has not.`
    return cursor.fail({ message, hint, ...whole })
  }
  if (offsets.length > 1) {
    const message = `The expression ${quote(cursor.text)} has more than one offset.`
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
    return cursor.fail({ message: `The expression ${quote(cursor.text)} lacks the months of add_months.`, hint })
  }
  const months = readMonths(cursor)
  if (months === undefined || cursor.take(')')) return months
  return cursor.fail({ message: `The expression ${quote(cursor.text)} does not end its add_months with ).`, hint })
}

function readEnd(cursor: ExpressionCursor): boolean {
  if (cursor.isAtEnd) return true
  const hint =
    unitInCapitals(cursor) ?? 'A format is made of yyyy, yy, mm, dd, hh24, hh12, mi and ss; offsets are -1 and -1/24.'
  cursor.fail({ message: `The expression ${quote(cursor.text)} goes on with ${quote(cursor.next)}.`, hint })
  return false
}
