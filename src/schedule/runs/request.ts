import { anything, boolean, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import type { TimeZone } from '../zones/time-zone.ts'
import type { InstantLike } from './instant.ts'

/**
 * The part of a trigger that says when it runs; a trigger of a FlowSpec document is one.
 *
 * @example
 * ```ts
 * import { type RunsTrigger, runs } from 'flowspec/schedule'
 *
 * const trigger: RunsTrigger = { cron: '00 30 02 * * ?', timezone: 'Europe/London', endTime: '2026-12-31 23:59:59' }
 * process.stdout.write(`${[...runs(trigger, { from: '2026-12-25T00:00:00Z' })].length} runs are left\n`)
 * ```
 */
export interface RunsTrigger {
  /** Six fields, as `parseCron` takes them. */
  readonly cron: string
  /** A name of the time zone database in its exact case; `Asia/Shanghai` when left out. */
  readonly timezone?: TimeZone | undefined
  /** The first time at which it may run, `yyyy-MM-dd HH:mm:ss` in the time zone; 1970-01-01 00:00:00 when left out. */
  readonly startTime?: string | undefined
  /** The last time at which it may run, in the same form; the end of the year 9999 when left out. */
  readonly endTime?: string | undefined
  /**
   * `NotDaily` for a node that the scheduler treats as an hourly one although its cron names one time of the day. When
   * left out, the cron tells: it does so when its minutes or hours have a list, a range or a step.
   */
  readonly cycleType?: 'Daily' | 'NotDaily' | undefined
  /** The id of a custom calendar, whose days only the service knows: a trigger with one has no runs to work out. */
  readonly calendarId?: number | undefined
}

/**
 * Anything that says when it runs: the fields of a trigger, or a value that has them, as `daily('02:00')` does.
 *
 * @example
 * ```ts
 * import { daily, type RunsSource, runs } from 'flowspec/schedule'
 *
 * const next = (source: RunsSource): string | undefined => runs(source, { from: new Date() }).next().value?.at
 * process.stdout.write(`${next({ cron: '00 02 00 * * ?' })}, ${next(daily('02:00'))}\n`)
 * ```
 */
export type RunsSource =
  | RunsTrigger
  | {
      /** The fields of a trigger. */
      toTrigger(): RunsTrigger
    }

/**
 * Which runs are wanted.
 *
 * @example
 * ```ts
 * import { type RunsRange, runs } from 'flowspec/schedule'
 *
 * const march: RunsRange = { from: '2026-02-28T23:59:59+08:00', to: '2026-03-31T23:59:59+08:00' }
 * for (const { wallClock } of runs({ cron: '00 00 02 ? * MON' }, march)) process.stdout.write(`${wallClock}\n`)
 * ```
 */
export interface RunsRange {
  /** Runs after this instant are given, one at it is not. */
  readonly from: InstantLike
  /** The last instant at which a run is given; without end when left out. */
  readonly to?: InstantLike | undefined
  /** How many runs are given at most; all when left out. */
  readonly count?: number | undefined
  /**
   * Whether the days count that the cron does not name, too. A weekly, monthly or yearly node has an instance on every
   * day, at its time of the day; on those days it is a dry run. When left out: false. (Help pages "Configure time
   * properties" and "Scheduled time".)
   */
  readonly everyDay?: boolean | undefined
}

/** Moments and counts are looked at where they are read, which says more of them. */
export const rangeKinds: SettingKindsOf<RunsRange> = {
  from: anything,
  to: anything,
  count: anything,
  everyDay: boolean,
}
