import type { ResolvedWallClock } from './resolve-wall-clock.ts'

/** One run of a schedule as it is worked out: times in milliseconds. */
export interface ResolvedRun extends ResolvedWallClock {
  /** The time that the cron names, as a clock on UTC would have counted it. */
  readonly wall: number
  /** Whether the cron does not name the day: then the run is there as a dry run only. */
  readonly isOtherDay: boolean
}
