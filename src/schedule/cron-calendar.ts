import type { CronSchedule } from './cron-schedule.ts'
import { dayNumber, weekdayOf } from './day-number.ts'
import { monthLength } from './month-length.ts'
import { daysPerWeek, minutesPerHour } from './time-units.ts'
import { wholeNumbers } from './whole-numbers.ts'

const shortestMonth = 28

/** The parts of a schedule that say when it fires. */
export type CronSets = Omit<CronSchedule, 'text' | 'neverFires' | 'cycleType' | 'minIntervalMinutes'>

/**
 * A schedule laid out for walking: the minutes of a day, and the days of a month. A month is told by its length and
 * the weekday it begins with, so there are only 28 lists of days, each worked out once.
 */
export class CronCalendar {
  /** Minutes since midnight, in order. */
  readonly minutesOfDay: readonly number[]
  /** The months in which it fires, in order. */
  readonly months: readonly number[]
  readonly #sets: CronSets
  readonly #days: Map<number, readonly number[]> = new Map()

  constructor(sets: CronSets) {
    this.#sets = sets
    this.months = sets.months
    this.minutesOfDay = sets.hours.flatMap((hour) => sets.minutes.map((minute) => hour * minutesPerHour + minute))
  }

  /** The days of a month on which the cron fires, in order. */
  daysOf(year: number, month: number): readonly number[] {
    if (!this.months.includes(month)) return []
    const length = monthLength(year, month)
    const weekday = weekdayOf(dayNumber(year, month, 1))
    const shape = (length - shortestMonth) * daysPerWeek + weekday
    const known = this.#days.get(shape)
    if (known !== undefined) return known
    const days = wholeNumbers(1, length).filter((day) => this.#firesOn(day, length, weekday))
    this.#days.set(shape, days)
    return days
  }

  #firesOn(day: number, length: number, firstWeekday: number): boolean {
    const { daysOfMonth, lastDayOfMonth, daysOfWeek, lastDayOfWeek, nthDayOfWeek } = this.#sets
    if (!daysOfMonth.includes(day) && !(lastDayOfMonth && day === length)) return false
    if (!daysOfWeek.includes(((firstWeekday + day - 2) % daysPerWeek) + 1)) return false
    if (lastDayOfWeek) return day > length - daysPerWeek
    return nthDayOfWeek === undefined || Math.ceil(day / daysPerWeek) === nthDayOfWeek
  }
}
