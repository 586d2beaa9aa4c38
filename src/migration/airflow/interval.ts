import { parseCron } from '../../schedule/cron/parse.ts'
import type { CronSchedule } from '../../schedule/cron/schedule.ts'
import { checkZone } from '../../schedule/zones/zone.ts'

/** By how much the date that macros tell of is before the schedule time, in the words of DataWorks. */
export interface MacroShift {
  /** Months back, as add_months has them: `-1`; undefined for none. */
  readonly months: string | undefined
  /** What follows a format: `-1`, `-6/24`; the empty text for nothing. */
  readonly offset: string
}

/** Whether a cron names all days. */
export function isEveryDay({
  daysOfMonth,
  lastDayOfMonth,
  months,
  daysOfWeek,
  lastDayOfWeek,
  nthDayOfWeek,
}: CronSchedule): boolean {
  const isEvery = daysOfMonth.length === 31 && months.length === 12 && daysOfWeek.length === 7
  return isEvery && !lastDayOfMonth && !lastDayOfWeek && nthDayOfWeek === undefined
}

/** The gap between values that are equally far from one another, round the end of the clock too. */
export function evenGap(values: readonly number[], around: number): number | undefined {
  const [first = 0, second = first + around] = values
  const gap = second - first
  const isEven = values.every((value, at) => at === 0 || value - (values[at - 1] ?? 0) === gap)
  return isEven && gap * values.length === around ? gap : undefined
}

/** The part of a day, or days, between two runs. */
function withinDays(schedule: CronSchedule): string | undefined {
  const { hours, minutes, daysOfWeek, daysOfMonth, months } = schedule
  if (isEveryDay(schedule)) {
    if (minutes.length === 1 && hours.length === 1) return '-1'
    const hourGap = evenGap(hours, 24)
    if (minutes.length === 1 && hourGap !== undefined) return `-${hourGap}/24`
    const minuteGap = evenGap(minutes, 60)
    return hours.length === 24 && minuteGap !== undefined ? `-${minuteGap}/24/60` : undefined
  }
  const isWeekly = daysOfWeek.length === 1 && daysOfMonth.length === 31 && months.length === 12
  const isPlain = schedule.nthDayOfWeek === undefined && !schedule.lastDayOfWeek && !schedule.lastDayOfMonth
  return isWeekly && isPlain && hours.length === 1 && minutes.length === 1 ? '-7' : undefined
}

/** Months between two runs, of a cron that names one day of some months. */
function monthsBetween(schedule: CronSchedule): string | undefined {
  const { hours, minutes, daysOfMonth, daysOfWeek, months, lastDayOfMonth } = schedule
  const [day = 31] = daysOfMonth
  const isOneDay = daysOfMonth.length === 1 && day <= 28 && !lastDayOfMonth && daysOfWeek.length === 7
  if (!isOneDay || hours.length !== 1 || minutes.length !== 1) return undefined
  const gap = evenGap(months, 12)
  return gap === undefined ? undefined : `-${gap}`
}

/** The offset of a zone that never changes, in whole minutes ahead of UTC; undefined for one that does. */
function fixedOffset(name: string): number | undefined {
  const found = checkZone(name)
  if (!found.ok) return undefined
  const offsets = new Set(Array.from({ length: 12 }, (_, month) => found.zone.offsetAt(Date.UTC(2026, month, 1))))
  const [offset] = offsets
  return offsets.size === 1 ? offset : undefined
}

function hoursText(minutes: number): string {
  if (minutes === 0) return ''
  const sign = minutes > 0 ? '-' : '+'
  const size = Math.abs(minutes)
  return size % 60 === 0 ? `${sign}${size / 60}/24` : `${sign}${size}/24/60`
}

/**
 * By how much macros such as `ds` are before the schedule time: they tell of the beginning of an interval, at whose end a
 * DAG runs, and by the clock of UTC. The source is Airflow's page "Templates reference", and that of data intervals.
 *
 * @param cron - of DataWorks
 * @param hasIntervals - whether the DAG has intervals at all
 * @returns undefined where no offset says it: for intervals of different lengths, and zones with clock changes
 */
export function macroShift(cron: string, timezone: string, hasIntervals: boolean): MacroShift | undefined {
  const offset = fixedOffset(timezone)
  const parsed = parseCron(cron)
  if (offset === undefined || !parsed.ok) return undefined
  if (!hasIntervals) return { months: undefined, offset: hoursText(offset) }
  const back = withinDays(parsed.schedule)
  if (back !== undefined) return { months: undefined, offset: `${back}${hoursText(offset)}` }
  const months = monthsBetween(parsed.schedule)
  return months === undefined ? undefined : { months, offset: hoursText(offset) }
}
