import { millisecondsPerDay, millisecondsPerMinute } from '../../schedule/time-units.ts'
import type { Zone } from '../../schedule/zones/zone.ts'
import { clockAt, dayOf, instantIn, type ReadMoment } from './span.ts'

/** When a published definition makes instances. */
export type InstanceMode = 'T+1' | 'Immediately'

/** Which instances a publication makes. */
export interface Publication {
  /** The first day with instances. */
  readonly firstDay: number
  /** Instances scheduled before this instant are dry runs. */
  readonly dryBefore: number
}

const always: Publication = { firstDay: Number.NEGATIVE_INFINITY, dryBefore: Number.NEGATIVE_INFINITY }

/** The minute of the day from which on nothing is made for the running day. */
const lastImmediate = 22 * 60
/** The minute of the day at which the instances of the next day begin to be made. */
const nextDayIsMade = 23 * 60 + 30
const immediateDelay = 10 * millisecondsPerMinute

/**
 * Which instances there are of what is published for the first time. The help page "Instance generation mode" has the
 * rules: T+1 makes those of the next day; Immediately those of the same day as well, of which the ones earlier than ten
 * minutes after the publication are dry runs; what is published from 23:30 on has its first ones on the third day. The
 * operation UpdateTask adds that nothing is made for the running day from 22:00 on.
 */
export function publicationIn(zone: Zone, mode: InstanceMode, publishedAt: ReadMoment | undefined): Publication {
  if (publishedAt === undefined) return always
  const instant = instantIn(zone, publishedAt)
  const shown = clockAt(zone, instant)
  const day = dayOf(shown)
  const minute = (shown - day * millisecondsPerDay) / millisecondsPerMinute
  if (minute >= nextDayIsMade) return { ...always, firstDay: day + 2 }
  if (mode === 'T+1' || minute >= lastImmediate) return { ...always, firstDay: day + 1 }
  return { firstDay: day, dryBefore: instant + immediateDelay }
}
