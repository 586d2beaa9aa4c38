import { wholeNumbers } from '../number-sets.ts'
import { dayNumber, daysPerWeek, leapYear, minutesPerHour, monthLength, weekdayOf } from '../time-units.ts'
import type { CronFieldSets } from './fields.ts'
import type { CronSchedule } from './schedule.ts'

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
    const shape = length * daysPerWeek + weekday
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

/** What decides in which years there are days to fire on. */
type Dates = Pick<CronFieldSets, 'dayOfMonth' | 'months'>

/** In which years a cron fires at all: a day such as the 31st of April is in none. */
export type FiringYears = 'every' | 'leap' | 'none'

const ordinaryYear = 2001

/** In which years a cron fires, by its days of the month and its months. */
export function firingYears(sets: Dates): FiringYears {
  if (firesIn(ordinaryYear, sets)) return 'every'
  return firesIn(leapYear, sets) ? 'leap' : 'none'
}

function firesIn(year: number, { dayOfMonth, months }: Dates): boolean {
  const first = dayOfMonth.days[0]
  if (dayOfMonth.last) return true
  return first !== undefined && months.some((month) => first <= monthLength(year, month))
}
