import { type FiringYears, firingYears } from '../cron/calendar.ts'
import type { CronSchedule } from '../cron/schedule.ts'
import { daysPerWeek, longestMonth, minutesPerDay, minutesPerHour, monthsPerYear } from '../time-units.ts'

/** At which times of a day something runs, as people would group them; times are minutes since midnight. */
export type TimesMeaning =
  | { readonly kind: 'listed'; readonly times: readonly number[] }
  | {
      readonly kind: 'even'
      /** Minutes between two runs. */
      readonly step: number
      readonly first: number
      readonly last: number
      /** Whether the distance from the last run to the first one of the next day is the same. */
      readonly goesRound: boolean
    }
  | { readonly kind: 'grid'; readonly minutes: readonly number[]; readonly hours: readonly number[] }

/** Evenly spaced times are told as such from here on; fewer are easier read as a list. */
const fewestEven = 5
const fewestRound = 3

const longestList = 12

/** Finds out how people would say at which minutes of which hours something runs. */
function timesMeaning(minutes: readonly number[], hours: readonly number[]): TimesMeaning {
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * minutesPerHour + minute))
  return (
    evenTimes(times) ?? (times.length <= longestList ? { kind: 'listed', times } : { kind: 'grid', minutes, hours })
  )
}

function evenTimes(times: readonly number[]): TimesMeaning | undefined {
  const [first = 0, second = 0] = times
  const last = times.at(-1) ?? first
  const step = second - first
  if (times.some((time, index) => time !== first + index * step)) return undefined
  const goesRound = last + step === first + minutesPerDay
  const fewest = goesRound && first === 0 ? fewestRound : fewestEven
  return times.length < fewest ? undefined : { kind: 'even', step, first, last, goesRound }
}

/** On which days something runs, as people would group them. */
export type DaysMeaning =
  | { readonly kind: 'every' }
  | { readonly kind: 'weekdays'; readonly days: readonly number[] }
  | { readonly kind: 'last-weekday'; readonly days: readonly number[] }
  | { readonly kind: 'nth-weekday'; readonly days: readonly number[]; readonly nth: number }
  | { readonly kind: 'dates'; readonly days: readonly number[]; readonly last: boolean }

/** What a cron means, in no language. It follows from the sets alone, so equal sets have equal meanings. */
export interface CronMeaning {
  readonly times: TimesMeaning
  readonly days: DaysMeaning
  /** The months; undefined for every month. */
  readonly months: readonly number[] | undefined
  readonly years: FiringYears
}

/** Finds out how people would say what the sets of a cron mean. */
export function cronMeaning(schedule: CronSchedule): CronMeaning {
  const { daysOfMonth, lastDayOfMonth, months, daysOfWeek } = schedule
  const dayOfMonth = { days: daysOfMonth, last: lastDayOfMonth }
  return {
    times: timesMeaning(schedule.minutes, schedule.hours),
    days: daysOfWeek.length === daysPerWeek ? datesMeaning(schedule) : weekdaysMeaning(schedule),
    months: months.length === monthsPerYear ? undefined : months,
    years: firingYears({ dayOfMonth, months }),
  }
}

function datesMeaning({ daysOfMonth, lastDayOfMonth, months }: CronSchedule): DaysMeaning {
  if (daysOfMonth.length === longestMonth(months)) return { kind: 'every' }
  return { kind: 'dates', days: daysOfMonth, last: lastDayOfMonth }
}

function weekdaysMeaning({ daysOfWeek: days, lastDayOfWeek, nthDayOfWeek: nth }: CronSchedule): DaysMeaning {
  if (lastDayOfWeek) return { kind: 'last-weekday', days }
  return nth === undefined ? { kind: 'weekdays', days } : { kind: 'nth-weekday', days, nth }
}
