import type { CronSchedule } from '../cron-schedule.ts'
import { type FiringYears, firingYears } from '../firing-years.ts'
import { monthLength } from '../month-length.ts'
import { daysPerWeek, monthsPerYear } from '../time-units.ts'
import { type TimesMeaning, timesMeaning } from './times-meaning.ts'

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

/** A leap year: no month is longer in any other. */
const leapYear = 2000

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
  const longest = Math.max(...months.map((month) => monthLength(leapYear, month)))
  const named = daysOfMonth.filter((day) => day <= longest)
  if (named.length === longest) return { kind: 'every' }
  return { kind: 'dates', days: named.length === 0 ? daysOfMonth : named, last: lastDayOfMonth }
}

function weekdaysMeaning({ daysOfWeek: days, lastDayOfWeek, nthDayOfWeek: nth }: CronSchedule): DaysMeaning {
  if (lastDayOfWeek) return { kind: 'last-weekday', days }
  return nth === undefined ? { kind: 'weekdays', days } : { kind: 'nth-weekday', days, nth }
}
