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
