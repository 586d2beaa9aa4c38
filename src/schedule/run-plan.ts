import type { CronCalendar } from './cron-calendar.ts'
import type { Zone } from './zone.ts'

/** All that is needed to walk over the runs of a schedule, checked. Times are in milliseconds. */
export interface RunPlan {
  readonly calendar: CronCalendar
  /** The days that the cron names, when the calendar has every day: the runs of the others are dry runs. */
  readonly namedDays: CronCalendar | undefined
  /** Whether a run whose time the clock skips is moved on as a dry run (daily schedules) or dropped (hourly ones). */
  readonly movesSkipped: boolean
  readonly zone: Zone
  /** The instant after which runs are wanted, and the last instant at which. */
  readonly after: number
  readonly until: number
  /** What the clock shows at the first and the last time at which the schedule may run. */
  readonly windowStart: number
  readonly windowEnd: number
  readonly count: number
}
