import type { CronCalendar } from './cron-calendar.ts'
import { dayNumber } from './day-number.ts'
import { millisecondsPerDay, millisecondsPerMinute, monthsPerYear } from './time-units.ts'

/**
 * The times a clock shows when a schedule fires, in order, from `first` to `last`, both included: as the milliseconds a
 * clock on UTC would have counted since 1970. Goes month by month, so the days between are never looked at.
 */
export function* wallClocks(calendar: CronCalendar, first: number, last: number): Generator<number, void, undefined> {
  for (const midnight of midnights(calendar, first, last)) {
    for (const minute of calendar.minutesOfDay) {
      const wall = midnight + minute * millisecondsPerMinute
      if (wall > last) return
      if (wall >= first) yield wall
    }
  }
}

/** The beginnings of the days that fire, from the day of `first` to the month of `last`. */
function* midnights(calendar: CronCalendar, first: number, last: number): Generator<number, void, undefined> {
  const begin = new Date(first)
  const firstMonth = begin.getUTCFullYear() * monthsPerYear + begin.getUTCMonth()
  for (let index = firstMonth; ; index++) {
    const year = Math.floor(index / monthsPerYear)
    const month = (index % monthsPerYear) + 1
    const dayZero = (dayNumber(year, month, 1) - 1) * millisecondsPerDay
    if (dayZero > last) return
    for (const day of calendar.daysOf(year, month)) {
      const midnight = dayZero + day * millisecondsPerDay
      if (midnight + millisecondsPerDay > first) yield midnight
    }
  }
}
