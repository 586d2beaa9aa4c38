import type { CronCalendar } from '../cron/calendar.ts'
import { dayNumber, millisecondsPerDay, millisecondsPerMinute, monthsPerYear } from '../time-units.ts'
import type { Zone } from '../zones/zone.ts'
import type { RunPlan } from './plan.ts'
import { type ResolvedWallClock, resolveWallClock } from './resolved-wall-clock.ts'
import { type ResolvedRun, shownAt } from './run.ts'

/** How far a clock change can move a run on: Pacific/Apia once skipped a whole day. */
const furthestMove = millisecondsPerDay

/** Walks over the runs of a schedule in order, one at a time. */
export function* walkRuns(plan: RunPlan): Generator<ResolvedRun, void, undefined> {
  let left = plan.count
  if (left <= 0) return
  for (const wall of wallClocks(plan.calendar, firstWallClock(plan), plan.windowEnd)) {
    const resolved = resolveWallClock(wall, plan.zone)
    if (resolved.kind === 'skipped' && !plan.movesSkipped) continue
    if (resolved.instant > plan.until) return
    if (!isWanted(resolved, wall, plan)) continue
    yield { ...resolved, wall, isOtherDay: isOtherDay(wall, plan.namedDays) }
    if (--left <= 0) return
  }
}

/** Whether a run stands on a day that the cron does not name. */
function isOtherDay(wall: number, namedDays: CronCalendar | undefined): boolean {
  if (namedDays === undefined) return false
  const date = new Date(wall)
  return !namedDays.daysOf(date.getUTCFullYear(), date.getUTCMonth() + 1).includes(date.getUTCDate())
}

function isWanted(resolved: ResolvedWallClock, wall: number, plan: RunPlan): boolean {
  const shown = shownAt(resolved)
  if (resolved.instant <= plan.after || shown < plan.windowStart || shown > plan.windowEnd) return false
  return shown === wall || !fires(plan.calendar, shown)
}

/** The wall clock at which to begin: nothing before it can be after the wanted instant and inside the window. */
function firstWallClock({ zone, after, windowStart, movesSkipped }: RunPlan): number {
  const inWindow = windowStart - (movesSkipped ? furthestMove : 0)
  return Math.max(0, inWindow, after + leastOffset(zone, after) * millisecondsPerMinute)
}

/** The least offset in use about an instant: with it, the clock is at its earliest. */
function leastOffset(zone: Zone, instant: number): number {
  const day = Math.floor(instant / millisecondsPerDay)
  let least = zone.offsetAtDay(day - 1)
  for (let next = day; next <= day + 3; next++) least = Math.min(least, zone.offsetAtDay(next))
  return least
}

/** Whether a moved run meets a run of its own day: on the day after a day that the zone skipped. That one stands. */
function fires(calendar: CronCalendar, wall: number): boolean {
  return wallClocks(calendar, wall, wall).next().done !== true
}

/**
 * The times a clock shows when a schedule fires, in order, from `first` to `last`, both included: as the milliseconds a
 * clock on UTC would have counted since 1970. Goes month by month, so the days between are never looked at.
 */
function* wallClocks(calendar: CronCalendar, first: number, last: number): Generator<number, void, undefined> {
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
    // After the last day that a date can hold there is no number for one.
    if (!(dayZero <= last)) return
    for (const day of calendar.daysOf(year, month)) {
      const midnight = dayZero + day * millisecondsPerDay
      if (midnight + millisecondsPerDay > first) yield midnight
    }
  }
}
