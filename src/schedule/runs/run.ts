import { millisecondsPerDay, millisecondsPerMinute } from '../time-units.ts'
import { formatOffset } from '../zones/offsets.ts'
import type { ResolvedWallClock } from './resolved-wall-clock.ts'

/**
 * One run of a schedule.
 *
 * @example
 * ```ts
 * import { runs, type ScheduledRun } from 'flowspec/schedule'
 *
 * const trigger = { cron: '00 30 02 * * ?', timezone: 'America/New_York' }
 * const [first]: ScheduledRun[] = [...runs(trigger, { from: '2026-03-08T00:00:00-05:00', count: 1 })]
 * process.stdout.write(`${first?.at} ${first?.dryRun ? 'as a dry run' : ''}\n`)
 * ```
 */
export interface ScheduledRun {
  /** The instant, as ISO 8601 text with the zone's offset: `2026-03-08T02:30:00+08:00`, with `Z` for none. */
  readonly at: string
  /** What the zone's clock shows then: `yyyy-MM-dd HH:mm:ss`. */
  readonly wallClock: string
  /** The zone's offset from UTC then, as `at` ends with it: `+08:00`, `-03:30`, and `Z` for none. */
  readonly offset: string
  /** The date of the data, `yyyy-MM-dd`: the day before that of the wall clock. */
  readonly businessDate: string
  /**
   * Whether the scheduler only marks the node as run: its time was skipped by a clock change, and it moved on; or it is
   * the instance of a day that the cron does not name, when those are asked for.
   */
  readonly dryRun: boolean
  /** Whether the clock shows this time twice on this day; this is the second time, the first has no run. */
  readonly overlap: boolean
}

/** One run of a schedule as it is worked out: times in milliseconds. */
export interface ResolvedRun extends ResolvedWallClock {
  /** The time that the cron names, as a clock on UTC would have counted it. */
  readonly wall: number
  /** Whether the cron does not name the day: then the run is there as a dry run only. */
  readonly isOtherDay: boolean
}

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
