import { showValue } from '../../diagnostics/show-value.ts'
import { resolveWallClock } from '../runs/resolved-wall-clock.ts'
import { wallClockValue } from '../runs/wall-clock.ts'
import { millisecondsPerDay, millisecondsPerMinute, minutesPerHour, monthLength, monthsPerYear } from '../time-units.ts'
import type { Zone } from '../zones/zone.ts'
import type { ExpressionCursor } from './cursor.ts'
import type { DateOffset } from './part.ts'

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
  return cursor.fail({ message: `The expression ${showValue(cursor.text)} ${fault}.`, hint, at, length: digits.length })
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
      message: `The expression ${showValue(cursor.text)} multiplies by ${factor}, where only ${offset.times}* is known.`,
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
  const isPart = cursor.take('/24')
  const isMinutes = isPart && cursor.take('/60')
  if (isPart && !/[\d/]/.test(cursor.next)) return { sign, amount, times: 1, unit: isMinutes ? 'minute' : 'hour' }
  return cursor.fail({
    message: `The expression ${showValue(cursor.text)} divides a day in a way that is not known.`,
    hint: 'Hours are N/24, minutes N/24/60; there are no seconds.',
  })
}

const furthestYear = 9999

/** An offset's number with its sign and factor. */
function signed({ sign, times, amount }: DateOffset): number {
  return sign === '-' ? -times * amount : times * amount
}

/**
 * Moves a wall clock by offsets: years, months and days by the calendar first, then hours and minutes by the time that
 * goes by, which on the day of a clock change is not what the clock shows. The help page on daylight saving time has the
 * rule for hours and minutes; that days go by the calendar is inferred, for 24 hours before a day of 23 would skip a date.
 *
 * @returns undefined for what is beyond the years 1 to 9999
 */
export function shiftDate(wall: number, offsets: readonly DateOffset[], zone: Zone): number | undefined {
  let moved: number | undefined = wall
  let elapsed = 0
  for (const offset of offsets) {
    if (offset.unit === 'hour') elapsed += signed(offset) * minutesPerHour
    else if (offset.unit === 'minute') elapsed += signed(offset)
    else moved = moved === undefined ? undefined : shiftByCalendar(moved, offset)
  }
  if (moved === undefined || elapsed === 0) return moved
  const instant = resolveWallClock(moved, zone).instant + elapsed * millisecondsPerMinute
  const shown = instant + zone.offsetAt(instant) * millisecondsPerMinute
  return isInYears(shown) ? shown : undefined
}

function shiftByCalendar(wall: number, offset: DateOffset): number | undefined {
  const count = signed(offset)
  if (offset.unit === 'year') return shiftMonths(wall, count * monthsPerYear)
  if (offset.unit === 'month') return shiftMonths(wall, count)
  const shifted = wall + count * millisecondsPerDay
  return isInYears(shifted) ? shifted : undefined
}

/** The same day of another month, or that month's last day when it is shorter. */
function shiftMonths(wall: number, count: number): number | undefined {
  const date = new Date(wall)
  const month = date.getUTCFullYear() * monthsPerYear + date.getUTCMonth() + count
  const year = Math.floor(month / monthsPerYear)
  if (year > furthestYear) return undefined
  const number = (month % monthsPerYear) + 1
  const day = Math.min(date.getUTCDate(), monthLength(year, number))
  return wallClockValue([year, number, day], [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()])
}

const firstMoment = wallClockValue([1, 1, 1], [0, 0, 0]) ?? 0
const lastMoment = /* @__PURE__ */ Date.UTC(furthestYear, 11, 31, 23, 59, 59)

function isInYears(wall: number): boolean {
  return wall >= firstMoment && wall <= lastMoment
}
