export const millisecondsPerMinute = 60_000
export const millisecondsPerDay = 86_400_000
export const minutesPerHour = 60
export const minutesPerDay = 1440
export const monthsPerYear = 12
export const daysPerWeek = 7
export const longestMonthLength = 31

/** The number of a date, counted in days from 1970-01-01, which is 0. Months and days count from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsPerDay
}

/** The day of the week of a numbered date from 1970 on: 1 is Monday, 7 is Sunday. */
export function weekdayOf(number: number): number {
  // The count begins on a Thursday.
  return ((number + 3) % daysPerWeek) + 1
}

/** How many days a month has; months count from 1, years are those of the Gregorian calendar. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** A leap year: no month is longer in any other. */
export const leapYear = 2000

/** How many days the longest of some months has, in a leap year. */
export function longestMonth(months: readonly number[]): number {
  return Math.max(...months.map((month) => monthLength(leapYear, month)))
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
