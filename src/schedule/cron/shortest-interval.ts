import { dayNumber, minutesPerDay } from '../time-units.ts'
import type { CronCalendar } from './calendar.ts'

const firstYear = 2000

/**
 * The shortest time between two runs in minutes of the wall clock, worked out from the sets: within a day, and from the
 * last run of a day to the first one of the next day that has any.
 *
 * @param years - how many years show every distance between two days that there can be
 */
export function shortestInterval(calendar: CronCalendar, years: number): number {
  const minutes = calendar.minutesOfDay
  // What the last run of the day is before the first one of the day that follows it soonest.
  let previous = (minutes.at(-1) ?? 0) - shortestDayDistance(calendar, years) * minutesPerDay
  let shortest = Number.POSITIVE_INFINITY
  for (const minute of minutes) {
    shortest = Math.min(shortest, minute - previous)
    previous = minute
  }
  return shortest
}

function shortestDayDistance(calendar: CronCalendar, years: number): number {
  let shortest = Number.POSITIVE_INFINITY
  let previous = Number.NEGATIVE_INFINITY
  for (let year = firstYear; year < firstYear + years; year++) {
    for (const month of calendar.months) {
      for (const day of calendar.daysOf(year, month)) {
        const number = dayNumber(year, month, day)
        shortest = Math.min(shortest, number - previous)
        // Most schedules run each day, which the first two days show.
        if (shortest === 1) return shortest
        previous = number
      }
    }
  }
  return shortest
}
