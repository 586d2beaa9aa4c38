import type { ScheduledRun } from '../../schedule/runs/run.ts'
import type { Zone } from '../../schedule/zones/zone.ts'
import type { DryRunReason } from '../instance.ts'
import type { Span } from './span.ts'

/** How often a schedule makes instances: once a day (also when it runs less often), by hour, or by minute. */
export type Frequency = 'day' | 'hour' | 'minute'

/** One time at which a schedule makes an instance. */
export interface TimelineRun {
  /** Its index among the runs of the timeline. */
  readonly index: number
  /** The run as users see it; a late publication makes a dry run of it as well. */
  readonly described: ScheduledRun
  /** The time that the cron names, `yyyy-MM-dd HH:mm:ss`. */
  readonly cronTime: string
  readonly instant: number
  /** What the clock shows then. */
  readonly shown: number
  /** The day of that. */
  readonly day: number
  readonly dryRunReason: DryRunReason | undefined
}

/** Runs of a timeline that follow one another, by their indexes; both ends are included. */
export interface RunRange {
  readonly first: number
  readonly last: number
}

/**
 * How many days are looked back for the previous cycle: the day before, and one more for the sake of a zone that once
 * skipped a day.
 */
export const lookBackDays = 2

/** How many days before the span have runs, so that what a pause did on them is seen. */
export const daysBefore = 7

/**
 * The runs of one schedule, in order: those of the simulated span, of the days before it on which its previous cycles
 * are, and of the rest of its last day. Everything that follows one schedule shares it.
 */
export class Timeline {
  readonly zone: Zone
  readonly frequency: Frequency
  readonly runs: readonly TimelineRun[]
  /** The runs inside of the window that is worked out; undefined when there is none. */
  readonly inside: RunRange | undefined
  readonly #span: Span
  readonly #days: Map<number, RunRange> = new Map()

  constructor(zone: Zone, frequency: Frequency, runs: readonly TimelineRun[], span: Span) {
    this.zone = zone
    this.frequency = frequency
    this.runs = runs
    this.#span = span
    const isInside = (run: TimelineRun): boolean => span.isInWindow(run)
    const first = runs.findIndex(isInside)
    this.inside = first < 0 ? undefined : { first, last: runs.findLastIndex(isInside) }
    for (const { index, day } of runs) {
      this.#days.set(day, { first: this.#days.get(day)?.first ?? index, last: index })
    }
  }

  /** The runs of a day. */
  onDay(day: number): RunRange | undefined {
    return this.#days.get(day)
  }

  /** The runs of the last day with any before a day, if that is not too long ago. */
  beforeDay(day: number): RunRange | undefined {
    for (let back = 1; back <= lookBackDays; back++) {
      const range = this.#days.get(day - back)
      if (range !== undefined) return range
    }
    return undefined
  }

  /** The run before another, if that is not too long ago. */
  before(index: number): number | undefined {
    const [before, run] = [this.runs[index - 1], this.runs[index]]
    return before !== undefined && run !== undefined && run.day - before.day <= lookBackDays ? index - 1 : undefined
  }

  /** The runs of a range. */
  runsOf({ first, last }: RunRange): readonly TimelineRun[] {
    return this.runs.slice(first, last + 1)
  }

  /** Whether a run is one of the simulated span. */
  isInside(run: TimelineRun): boolean {
    return this.#span.contains(run)
  }

  /** How many runs there are inside of the window. */
  get count(): number {
    return this.inside === undefined ? 0 : this.inside.last - this.inside.first + 1
  }
}
