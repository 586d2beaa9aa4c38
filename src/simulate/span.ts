import { millisecondsPerDay, millisecondsPerMinute } from '../schedule/time-units.ts'
import type { Zone } from '../schedule/zone.ts'
import { endOf, instantIn, type ReadMoment } from './moment.ts'

/** A run's instant, and what the clock of its zone shows then. */
export interface RunTime {
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

/** The simulated span as one zone has it; both ends are included. */
export class Span {
  /** The first and the last instant. */
  readonly from: number
  readonly to: number
  readonly firstDay: number
  readonly lastDay: number
  readonly #from: ReadMoment
  readonly #to: ReadMoment

  constructor(zone: Zone, from: ReadMoment, to: ReadMoment) {
    this.#from = from
    this.#to = endOf(to)
    this.from = instantIn(zone, this.#from)
    this.to = instantIn(zone, this.#to)
    this.firstDay = dayOf(this.#from.kind === 'instant' ? clockAt(zone, this.from) : this.#from.value)
    this.lastDay = dayOf(this.#to.kind === 'instant' ? clockAt(zone, this.to) : this.#to.value)
  }

  contains(time: RunTime): boolean {
    return comparedTime(time, this.#from) >= this.#from.value && comparedTime(time, this.#to) <= this.#to.value
  }
}

/** What of a run is compared with a moment: days and wall clocks with what the clock shows. */
function comparedTime({ instant, shown }: RunTime, { kind }: ReadMoment): number {
  return kind === 'instant' ? instant : shown
}
