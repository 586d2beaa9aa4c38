import { quote } from '../quote.ts'
import type { ExpressionCursor } from './expression-cursor.ts'
import type { DateOffset } from './parameter-part.ts'

const longestNumber = 9

/** Reads the offsets that follow a format, `-1`, `+7*2`, `-1/24` and `-15/24/60`; undefined after a fault. */
export function readOffsets(cursor: ExpressionCursor, unit: DateOffset['unit']): readonly DateOffset[] | undefined {
  const offsets: DateOffset[] = []
  while (cursor.next === '+' || cursor.next === '-') {
    const offset = readOffset(cursor, unit)
    if (offset === undefined) return undefined
    offsets.push(offset)
  }
  return offsets
}

function readOffset(cursor: ExpressionCursor, unit: DateOffset['unit']): DateOffset | undefined {
  const sign = readSign(cursor)
  const number = readNumber(cursor)
  if (number === undefined) return undefined
  if (cursor.next === '*') return readProduct(cursor, number, { sign, unit, times: 7 })
  if (cursor.next === '/') return readFraction(cursor, number, sign)
  return { sign, amount: number, times: 1, unit }
}

/** Reads the months of add_months: `-1`, `12*1`, `-12*1`. */
export function readMonths(cursor: ExpressionCursor): DateOffset | undefined {
  const sign = readSign(cursor)
  const number = readNumber(cursor)
  if (number === undefined) return undefined
  if (cursor.next === '*') return readProduct(cursor, number, { sign, unit: 'month', times: 12 })
  return { sign, amount: number, times: 1, unit: 'month' }
}

/** Reads a sign; without one it is +. */
function readSign(cursor: ExpressionCursor): DateOffset['sign'] {
  if (cursor.take('-')) return '-'
  cursor.take('+')
  return '+'
}

function readNumber(cursor: ExpressionCursor): number | undefined {
  const at = cursor.position
  const digits = cursor.digits()
  if (digits.length > 0 && digits.length <= longestNumber) return Number(digits)
  const fault = digits === '' ? 'lacks the number of an offset' : `has an offset of ${digits.length} digits`
  const hint = 'Offsets are -1, +7*2, -1/24 for an hour and -15/24/60 for 15 minutes.'
  return cursor.fail({ message: `The expression ${quote(cursor.text)} ${fault}.`, hint, at, length: digits.length })
}

/** Reads what stands after the first number of `7*2`, or of `12*2` in add_months. */
function readProduct(
  cursor: ExpressionCursor,
  factor: number,
  offset: Pick<DateOffset, 'sign' | 'unit' | 'times'>,
): DateOffset | undefined {
  if (factor !== offset.times) {
    const isYears = factor === 12
    return cursor.fail({
      message: `The expression ${quote(cursor.text)} multiplies by ${factor}, where only ${offset.times}* is known.`,
      hint: isYears
        ? 'For years write $[add_months(yyyymmdd,12*1)].'
        : `Write the product as one number, or ${offset.times}*N.`,
    })
  }
  cursor.take('*')
  const amount = readNumber(cursor)
  return amount === undefined ? undefined : { ...offset, amount }
}

/** Reads the `/24` or `/24/60` after a number. */
function readFraction(cursor: ExpressionCursor, amount: number, sign: '+' | '-'): DateOffset | undefined {
  const isPart = cursor.take('/24') && !/^\d$/.test(cursor.next)
  const isMinutes = isPart && cursor.take('/60')
  if (isPart && !/^[\d/]$/.test(cursor.next)) return { sign, amount, times: 1, unit: isMinutes ? 'minute' : 'hour' }
  return cursor.fail({
    message: `The expression ${quote(cursor.text)} divides a day in a way that is not known.`,
    hint: 'Hours are N/24, minutes N/24/60; there are no seconds.',
  })
}
