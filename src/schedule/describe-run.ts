import { formatOffset } from './format-offset.ts'
import type { ResolvedWallClock } from './resolve-wall-clock.ts'
import type { ResolvedRun } from './resolved-run.ts'
import type { ScheduledRun } from './scheduled-run.ts'
import { millisecondsPerDay, millisecondsPerMinute } from './time-units.ts'

/** What the zone's clock shows at the instant: the wall clock that was resolved, unless the clock skips it. */
export function shownAt({ instant, offset }: Pick<ResolvedWallClock, 'instant' | 'offset'>): number {
  return instant + offset * millisecondsPerMinute
}

/** A run as users see it. */
export function describeRun(run: ResolvedRun): ScheduledRun {
  const shown = shownAt(run)
  const text = new Date(shown).toISOString()
  const date = text.slice(0, 10)
  const time = text.slice(11, 19)
  const offset = formatOffset(run.offset)
  return {
    at: `${date}T${time}${offset}`,
    wallClock: `${date} ${time}`,
    offset,
    businessDate: new Date(shown - millisecondsPerDay).toISOString().slice(0, 10),
    dryRun: run.isOtherDay || run.kind === 'skipped',
    overlap: run.kind === 'twice',
  }
}
