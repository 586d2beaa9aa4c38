import { longestMonth } from '../time-units.ts'
import { CronCalendar, type FiringYears } from './calendar.ts'
import type { CronDiagnostic } from './diagnostics.ts'
import type { CronFieldSets } from './fields.ts'
import { shortestInterval } from './shortest-interval.ts'
import type { SixFields } from './six-fields.ts'

/**
 * When a cron fires: explicit, sorted sets of numbers. It fires in every minute that is in `minutes` and `hours`, on
 * every day that is in `months`, matches the day of month *and* matches the day of week. At most one of the two
 * restricts the day; the other then holds every value. The object is deeply frozen plain data.
 *
 * @example
 * ```ts
 * import { type CronSchedule, parseCron } from 'flowspec/schedule'
 *
 * const isHourly = (schedule: CronSchedule): boolean => schedule.minIntervalMinutes === 60
 * const result = parseCron('00 15 * * * ?')
 * if (result.ok) process.stdout.write(`${isHourly(result.schedule)}\n`)
 * ```
 */
export interface CronSchedule {
  /** The cron as written. Write this back, not something rebuilt from the sets. */
  readonly text: string
  /** Minutes of the hour, 0 to 59. */
  readonly minutes: readonly number[]
  /** Hours of the day, 0 to 23. */
  readonly hours: readonly number[]
  /** Days of the month, 1 to 31; without those that none of the months has. */
  readonly daysOfMonth: readonly number[]
  /** Whether the last day of a month fires besides `daysOfMonth` (`L`). */
  readonly lastDayOfMonth: boolean
  /** Months, 1 (January) to 12. */
  readonly months: readonly number[]
  /** Days of the week, 1 (Monday) to 7 (Sunday). */
  readonly daysOfWeek: readonly number[]
  /** Whether only the last such day of the week in a month fires (`5L`). */
  readonly lastDayOfWeek: boolean
  /** Which such day of the week in a month fires, 1 to 5 (`5#2` is the second Friday); undefined for every one. */
  readonly nthDayOfWeek: number | undefined
  /** Whether no date can ever match, as in the 30th of February. */
  readonly neverFires: boolean
  /**
   * `NotDaily` when the minute or the hour field holds a list, a range or a step: the scheduler then treats the node as
   * an hourly or minutely one. It decides what becomes of a run in the gap of a daylight-saving change.
   */
  readonly cycleType: 'Daily' | 'NotDaily'
  /** The shortest time between two runs, in wall-clock minutes; undefined when it never fires. */
  readonly minIntervalMinutes: number | undefined
}

/**
 * What `parseCron` gives. Of a text that can be used, the diagnostics are warnings and notes; otherwise there is at
 * least one error among them.
 *
 * @example
 * ```ts
 * import { type CronParseResult, parseCron } from 'flowspec/schedule'
 *
 * const result: CronParseResult = parseCron('00 02 00 L * ?')
 * for (const { severity, message } of result.diagnostics) process.stdout.write(`${severity}: ${message}\n`)
 * ```
 */
export type CronParseResult =
  | { readonly ok: true; readonly schedule: CronSchedule; readonly diagnostics: readonly CronDiagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly CronDiagnostic[] }

/** Two leap years with those between them show every distance that does not depend on the weekdays of a month. */
const leapRound = 9

/** The years after which dates fall on the same weekdays again, the turns of centuries left out. */
const weekdayRound = 28

/** A fifth weekday of February comes only in some leap years: its distances need a whole Gregorian round. */
const gregorianRound = 400

/** Puts together what a cron says, frozen: schedules are remembered and shared. */
export function buildSchedule(text: string, fields: SixFields, sets: CronFieldSets, years: FiringYears): CronSchedule {
  const neverFires = years === 'none'
  const firing = {
    minutes: Object.freeze(sets.minutes),
    hours: Object.freeze(sets.hours),
    daysOfMonth: Object.freeze(neverFires ? sets.dayOfMonth.days : daysThatAre(sets)),
    lastDayOfMonth: sets.dayOfMonth.last,
    months: Object.freeze(sets.months),
    daysOfWeek: Object.freeze(sets.dayOfWeek.days),
    lastDayOfWeek: sets.dayOfWeek.last,
    nthDayOfWeek: sets.dayOfWeek.nth,
  }
  return Object.freeze({
    text,
    ...firing,
    neverFires,
    cycleType: cycleType(fields),
    minIntervalMinutes: neverFires ? undefined : shortestInterval(new CronCalendar(firing), roundOf(sets)),
  })
}

/** The days of the month without those that none of the months has. */
function daysThatAre({ dayOfMonth, months }: CronFieldSets): readonly number[] {
  const longest = longestMonth(months)
  return dayOfMonth.days.filter((day) => day <= longest)
}

/** The scheduler takes a node for an hourly or minutely one when its minute or hour is more than a single value. */
function cycleType([, minute, hour]: SixFields): CronSchedule['cycleType'] {
  return /[-/,*]/.test(minute.text + hour.text) ? 'NotDaily' : 'Daily'
}

function roundOf({ dayOfWeek, months }: CronFieldSets): number {
  if (!dayOfWeek.last && dayOfWeek.nth === undefined) return leapRound
  return months.length === 1 ? gregorianRound : weekdayRound
}
