import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { parseInstant } from '../../schedule/runs/instant.ts'
import { resolveWallClock } from '../../schedule/runs/resolved-wall-clock.ts'
import { parseWallClock } from '../../schedule/runs/wall-clock.ts'
import { millisecondsPerDay, millisecondsPerMinute } from '../../schedule/time-units.ts'
import { formatOffset } from '../../schedule/zones/offsets.ts'
import type { Zone } from '../../schedule/zones/zone.ts'

/** A run's instant, and what the clock of its zone shows then. */
interface RunTime {
  readonly instant: number
  readonly shown: number
}

/** What the clock of a zone shows at an instant. */
export function clockAt(zone: Zone, instant: number): number {
  return instant + zone.offsetAt(instant) * millisecondsPerMinute
}

/** The day of what a clock shows, counted from 1970-01-01. */
export function dayOf(shown: number): number {
  return Math.floor(shown / millisecondsPerDay)
}

/** A part of the span that is worked out at a time: from an instant, included, to another, which is not. */
export interface TimeWindow {
  readonly from: number
  readonly until: number
}

/** The simulated span as one zone has it; both ends are included. */
export class Span {
  /** The first and the last instant: of the window, where there is one. */
  readonly from: number
  readonly to: number
  readonly firstDay: number
  readonly lastDay: number
  readonly #from: ReadMoment
  readonly #to: ReadMoment
  readonly #window: TimeWindow | undefined

  constructor(zone: Zone, from: ReadMoment, to: ReadMoment, window?: TimeWindow) {
    this.#from = from
    this.#to = endOf(to)
    this.#window = window
    const first = instantIn(zone, this.#from)
    const last = instantIn(zone, this.#to)
    this.from = Math.max(first, window?.from ?? first)
    this.to = Math.min(last, window === undefined ? last : window.until - 1)
    const isFirst = this.from === first && this.#from.kind !== 'instant'
    const isLast = this.to === last && this.#to.kind !== 'instant'
    this.firstDay = dayOf(isFirst ? this.#from.value : clockAt(zone, this.from))
    this.lastDay = dayOf(isLast ? this.#to.value : clockAt(zone, this.to))
  }

  /** Whether a run is inside of the window, too. */
  isInWindow(time: RunTime): boolean {
    const window = this.#window
    return (window === undefined || (time.instant >= window.from && time.instant < window.until)) && this.contains(time)
  }

  contains(time: RunTime): boolean {
    return comparedTime(time, this.#from) >= this.#from.value && comparedTime(time, this.#to) <= this.#to.value
  }
}

/** What of a run is compared with a moment: days and wall clocks with what the clock shows. */
function comparedTime({ instant, shown }: RunTime, { kind }: ReadMoment): number {
  return kind === 'instant' ? instant : shown
}

/** A moment that was read: a day, what a clock shows (both as a clock on UTC would count them), or an instant. */
export interface ReadMoment {
  readonly kind: 'day' | 'wall' | 'instant'
  /** Milliseconds since 1970. */
  readonly value: number
}

const dateForm = /^\d{4}-\d{2}-\d{2}$/
const wallForm = /^\d{4}-\d{2}-\d{2} /

/** Reads a moment; what is wrong with it is added to the faults, with the path of the field. */
export function readMoment(value: unknown, field: string, faults: Diagnostic[]): ReadMoment | undefined {
  const refuse = (diagnostics: readonly Diagnostic[]): undefined => {
    faults.push(...diagnostics.map((fault) => ({ ...fault, path: `/${field}` })))
  }
  const isDay = typeof value === 'string' && dateForm.test(value)
  if (isDay || (typeof value === 'string' && wallForm.test(value))) {
    const read = parseWallClock(isDay ? `${value} 00:00:00` : value, field)
    return read.ok ? { kind: isDay ? 'day' : 'wall', value: read.wallClock.value } : refuse(read.diagnostics)
  }
  const read = parseInstant(value, field)
  return read.ok ? { kind: 'instant', value: read.instant } : refuse(read.diagnostics)
}

/** The instant of a moment in a zone; of a day, its beginning. */
export function instantIn(zone: Zone, { kind, value }: ReadMoment): number {
  return kind === 'instant' ? value : resolveWallClock(value, zone).instant
}

/** The last millisecond of a moment: of a day its end, of anything else itself. */
function endOf({ kind, value }: ReadMoment): ReadMoment {
  return kind === 'day' ? { kind: 'wall', value: value + millisecondsPerDay - 1 } : { kind, value }
}

/** What a clock shows, given as a clock on UTC would have counted it: `yyyy-MM-dd HH:mm:ss`. */
export function wallClockText(shown: number): string {
  return new Date(shown).toISOString().slice(0, 19).replace('T', ' ')
}

/** The last time that a clock can show in four digits of a year. */
const latest = /* @__PURE__ */ Date.UTC(9999, 11, 31, 23, 59, 59)

/** An instant as ISO 8601 text with the offset of a zone; one beyond the year 9999 is the end of that year. */
export function isoText(zone: Zone, instant: number): string {
  const near = Math.min(instant, latest + millisecondsPerDay)
  const offset = zone.offsetAt(near)
  const shown = Math.min(near + offset * millisecondsPerMinute, latest)
  return `${wallClockText(shown).replace(' ', 'T')}${formatOffset(offset)}`
}
