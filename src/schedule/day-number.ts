import { daysPerWeek, millisecondsPerDay } from './time-units.ts'

/** The number of a date, counted in days from 1970-01-01, which is 0. Months and days count from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsPerDay
}

/** The day of the week of a numbered date from 1970 on: 1 is Monday, 7 is Sunday. */
export function weekdayOf(number: number): number {
  // The count begins on a Thursday.
  return ((number + 3) % daysPerWeek) + 1
}
