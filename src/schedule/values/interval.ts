import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { clockText, twoDigits } from '../clock-text.ts'
import { sortedSet } from '../number-sets.ts'
import { minutesPerDay, minutesPerHour } from '../time-units.ts'

/** Runs that come again after so many minutes of an hour, or at one minute of every so many hours. */
export type Interval =
  | { readonly unit: 'minutes'; readonly step: number }
  | { readonly unit: 'hours'; readonly step: number; readonly minute: number }

/** A part of the day in minutes since midnight, both ends included; an end before the start is on the next day. */
export interface DayPart {
  readonly start: number
  readonly end: number
}

const wholeDay: DayPart = { start: 0, end: minutesPerDay - 1 }

/**
 * The cron of an interval in a part of the day, as the console writes it.
 *
 * @throws FlowSpecError when a cron cannot say it
 */
export function intervalCron(interval: Interval, part: DayPart = wholeDay): string {
  return interval.unit === 'minutes' ? minutesCron(interval.step, part) : hoursCron(interval, part)
}

/** The times at which something that runs at certain minutes of every hour runs in a part of the day. */
function timesIn({ start, end }: DayPart, minutes: readonly number[]): readonly number[] {
  const length = (end - start + minutesPerDay) % minutesPerDay
  const times: number[] = []
  for (let time = start; time <= start + length; time++) {
    if (minutes.includes(time % minutesPerHour)) times.push(time)
  }
  return times
}

function minutesCron(step: number, part: DayPart): string {
  const minutes = Array.from({ length: minutesPerHour / step }, (_, index) => index * step)
  const times = timesIn(part, minutes)
  const hours = hoursOf(times)
  if (times.length === 0 || times.length !== hours.length * minutes.length) throw withinHour(part, step)
  return `00 */${step} ${hoursText(hours)} * * ?`
}

function hoursCron({ step, minute }: Interval & { readonly unit: 'hours' }, part: DayPart): string {
  const times = timesIn(part, [minute])
  if (times.length === 0) throw nothingLeft(part, minute)
  const isForwards = part.start <= part.end
  const hours = isForwards ? `${hoursText(hoursOf(times))}/${step}` : hoursAfterMidnight(times, step)
  return `00 ${twoDigits(minute)} ${hours} * * ?`
}

/** Steps that go on after midnight, which no step of a cron does. */
function hoursAfterMidnight(times: readonly number[], step: number): string {
  if (step === 1) return hoursText(hoursOf(times))
  return hoursOf(times.filter((_, index) => index % step === 0))
    .map(twoDigits)
    .join(',')
}

/** The hours of the times, in order of the clock. */
function hoursOf(times: readonly number[]): readonly number[] {
  return sortedSet(times.map((time) => Math.floor(time / minutesPerHour) % 24))
}

/** Hours as one range, or as two when they go on after midnight. */
function hoursText(hours: readonly number[]): string {
  const gap = hours.findIndex((hour, index) => index > 0 && hour !== (hours[index - 1] ?? 0) + 1)
  const ranges = gap === -1 ? [hours] : [hours.slice(0, gap), hours.slice(gap)]
  return ranges.map((range) => `${twoDigits(range[0] ?? 0)}-${twoDigits(range.at(-1) ?? 0)}`).join(',')
}

function refuse(message: string, hint: string): FlowSpecError {
  return new FlowSpecError([
    createDiagnostic({ rule: 'schema/value', severity: 'error', message, path: '/start', hint }),
  ])
}

function withinHour({ start, end }: DayPart, step: number): FlowSpecError {
  const message = `between: every ${step} minutes from ${clockText(start)} to ${clockText(end)} begins or ends within an hour, which no cron can say.`
  const from = clockText(start - (start % minutesPerHour))
  const hour = end - (end % minutesPerHour)
  const ends = [hour - 1, hour + minutesPerHour - 1].filter((minute) => minute > start)
  return refuse(message, `Write ${ends.map((minute) => `between('${from}', '${clockText(minute)}')`).join(' or ')}.`)
}

function nothingLeft({ start, end }: DayPart, minute: number): FlowSpecError {
  const part = `from ${clockText(start)} to ${clockText(end)}`
  return refuse(`between: minute ${minute} of no hour is ${part}.`, 'Choose a longer part of the day.')
}
