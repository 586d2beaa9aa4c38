import { millisecondsPerDay, millisecondsPerMinute } from '../time-units.ts'
import type { Zone } from '../zones/zone.ts'

/** When a wall clock of a zone shows a time. All times are in milliseconds. */
export interface ResolvedWallClock {
  readonly instant: number
  /** The zone's offset from UTC at the instant, in minutes. */
  readonly offset: number
  /** How often the clock shows the time: once, twice (then it is the later one), or never, as it skips it. */
  readonly kind: 'once' | 'twice' | 'skipped'
}

/**
 * Finds the instant at which a zone's clock shows a time, given as the milliseconds a clock on UTC would have counted.
 *
 * In the hour that a clock shows twice, it is the later one. A time the clock skips is moved on by what is skipped: to
 * the instant the time would have been at, had the clock not been changed.
 *
 * Sound for every zone: none has two changes within the four days that are looked at.
 */
export function resolveWallClock(wall: number, zone: Zone): ResolvedWallClock {
  const day = Math.floor(wall / millisecondsPerDay)
  // No zone is a day or more away from UTC, so these two days enclose every instant the wall clock may mean.
  const before = zone.offsetAtDay(day - 1)
  const after = zone.offsetAtDay(day + 2)
  if (before === after) return { instant: wall - before * millisecondsPerMinute, offset: before, kind: 'once' }
  const instantBefore = wall - before * millisecondsPerMinute
  const instantAfter = wall - after * millisecondsPerMinute
  const isBefore = zone.offsetAt(instantBefore) === before
  const isAfter = zone.offsetAt(instantAfter) === after
  if (isAfter) return { instant: instantAfter, offset: after, kind: isBefore ? 'twice' : 'once' }
  if (isBefore) return { instant: instantBefore, offset: before, kind: 'once' }
  return { instant: instantBefore, offset: after, kind: 'skipped' }
}
