import { monthLength } from '../month-length.ts'
import { resolveWallClock } from '../resolve-wall-clock.ts'
import { millisecondsPerDay, millisecondsPerMinute, minutesPerHour, monthsPerYear } from '../time-units.ts'
import { wallClockValue } from '../wall-clock.ts'
import type { Zone } from '../zone.ts'
import type { DateOffset } from './parameter-part.ts'

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
  if (!isInYears(instant)) return undefined
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
  if (year < 1 || year > furthestYear) return undefined
  const number = (month % monthsPerYear) + 1
  const day = Math.min(date.getUTCDate(), monthLength(year, number))
  return wallClockValue([year, number, day], [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()])
}

const firstMoment = wallClockValue([1, 1, 1], [0, 0, 0]) ?? 0
const lastMoment = Date.UTC(furthestYear, 11, 31, 23, 59, 59)

function isInYears(wall: number): boolean {
  return wall >= firstMoment && wall <= lastMoment
}
