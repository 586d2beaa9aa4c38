import { checkArgument, text } from '../../diagnostics/arguments.ts'
import { type Comparable, makeComparable } from '../../diagnostics/comparable.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { RunsTrigger } from '../runs/request.ts'
import { checkWindow } from '../runs/window.ts'
import type { TimeZone } from '../zones/time-zone.ts'
import { checkZone } from '../zones/zone.ts'
import { ArgumentReader } from './arguments.ts'
import { type DayPart, type Interval, intervalCron } from './interval.ts'
import type { IntervalSchedule } from './schedule.ts'

const dateOnly = /^\d{4}-\d{2}-\d{2}$/

/** The one implementation of schedules; only those with an interval are given out with their `between`. */
export class ScheduleValue implements IntervalSchedule, Comparable {
  static {
    // What Node's console shows: without this, only the cron.
    const show = { value: ScheduleValue.prototype.toJSON }
    Object.defineProperty(ScheduleValue.prototype, Symbol.for('nodejs.util.inspect.custom'), show)
  }

  readonly cron: string
  readonly #trigger: RunsTrigger
  readonly #interval: Interval | undefined

  constructor(trigger: RunsTrigger, interval?: Interval) {
    this.cron = trigger.cron
    this.#trigger = Object.freeze(trigger)
    this.#interval = interval
    makeComparable(this)
    Object.freeze(this)
  }

  between(start: string, end: string): IntervalSchedule {
    const reader = new ArgumentReader('between')
    const part: DayPart = { start: reader.time('start', start), end: reader.time('end', end) }
    if (this.#interval === undefined) {
      reader.fault('start', 'this schedule has no interval', 'Use everyMinutes or hourly.')
    }
    reader.finish()
    const cron = this.#interval === undefined ? this.cron : intervalCron(this.#interval, part)
    return new ScheduleValue({ ...this.#trigger, cron }, this.#interval)
  }

  timezone(timezone: TimeZone): IntervalSchedule {
    const zone = checkZone(timezone)
    if (!zone.ok) throw new FlowSpecError(zone.diagnostics.map((fault) => ({ ...fault, path: '/timezone' })))
    return this.#with({ timezone })
  }

  from(startTime: string): IntervalSchedule {
    checkArgument('from', 'startTime', startTime, text)
    return this.#with({ startTime: dateOnly.test(startTime) ? `${startTime} 00:00:00` : startTime })
  }

  until(endTime: string): IntervalSchedule {
    checkArgument('until', 'endTime', endTime, text)
    return this.#with({ endTime: dateOnly.test(endTime) ? `${endTime} 23:59:59` : endTime })
  }

  calendar(calendarId: number): IntervalSchedule {
    const reader = new ArgumentReader('calendar')
    reader.number('calendarId', calendarId, [1, Number.MAX_SAFE_INTEGER])
    reader.finish()
    return this.#with({ calendarId })
  }

  compared(): unknown {
    return { trigger: this.#trigger, interval: this.#interval }
  }

  toTrigger(): RunsTrigger {
    return this.#trigger
  }

  toJSON(): RunsTrigger {
    return this.#trigger
  }

  #with(change: Partial<RunsTrigger>): ScheduleValue {
    const trigger = { ...this.#trigger, ...change }
    const { diagnostics } = checkWindow(trigger.startTime, trigger.endTime)
    const faults = diagnostics.filter(({ severity }) => severity === 'error')
    if (faults.length > 0) throw new FlowSpecError(faults)
    return new ScheduleValue(trigger, this.#interval)
  }
}
