import type { CronCalendar } from './cron-calendar.ts'
import { shownAt } from './describe-run.ts'
import { type ResolvedWallClock, resolveWallClock } from './resolve-wall-clock.ts'
import type { ResolvedRun } from './resolved-run.ts'
import type { RunPlan } from './run-plan.ts'
import { millisecondsPerDay, millisecondsPerMinute } from './time-units.ts'
import { wallClocks } from './wall-clocks.ts'
import type { Zone } from './zone.ts'

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
