import { millisecondsPerDay } from '../../schedule/time-units.ts'
import type { Zone } from '../../schedule/zone.ts'

/** A change of a zone's clock. */
export interface ClockChange {
  readonly instant: number
  /** By how many minutes the clock is put forward; negative when it is put back. */
  readonly minutes: number
}

/** Longer spans have so many changes that marks of them would hide the rest. */
const mostDays = 750

/** The changes of a zone's clock in a span. */
export function clockChanges(zone: Zone, from: number, to: number): readonly ClockChange[] {
  if (to - from > mostDays * millisecondsPerDay) return []
  const changes: ClockChange[] = []
  for (let begin = from; begin < to; begin += millisecondsPerDay) {
    const end = Math.min(begin + millisecondsPerDay, to)
    const minutes = zone.offsetAt(end) - zone.offsetAt(begin)
    if (minutes !== 0) changes.push({ instant: changeBetween(zone, begin, end), minutes })
  }
  return changes
}

/** The first instant with the later offset. */
function changeBetween(zone: Zone, from: number, to: number): number {
  const before = zone.offsetAt(from)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (zone.offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}
