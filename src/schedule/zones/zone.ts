import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import libraries from '../libraries.cjs'
import { remember } from '../remember.ts'
import { millisecondsPerDay } from '../time-units.ts'
import { inspectZone } from './names.ts'

const rememberedDays = 10_000

/** What is used of a zone of luxon: none of what it makes of wall clocks, which depends on the day it is asked. */
interface OffsetSource {
  readonly isUniversal: boolean
  /** Minutes ahead of UTC at an instant in milliseconds. */
  offset(instant: number): number
}

/**
 * A time zone whose offset can be asked for at any instant. Reading one from the machine's tables costs some
 * microseconds, so the offsets at the beginnings of days, by UTC, are remembered.
 */
export class Zone {
  readonly name: string
  readonly #source: OffsetSource
  readonly #days: Map<number, number> = new Map()

  constructor(name: string, source: OffsetSource) {
    this.name = name
    this.#source = source
  }

  /** Minutes by which the zone's clock is ahead of UTC at an instant, given in milliseconds since 1970. */
  offsetAt(instant: number): number {
    return this.#source.offset(instant)
  }

  /** The same at the beginning of a day, by UTC; days are counted from 1970-01-01. */
  offsetAtDay(day: number): number {
    if (this.#source.isUniversal) return this.#source.offset(0)
    const known = this.#days.get(day)
    if (known !== undefined) return known
    const offset = this.#source.offset(day * millisecondsPerDay)
    if (this.#days.size >= rememberedDays) this.#days.clear()
    this.#days.set(day, offset)
    return offset
  }
}

/** The zone that a name means, perhaps with a warning, or an error; the diagnostics have the empty path. */
export type ZoneCheck =
  | { readonly ok: true; readonly zone: Zone; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

const remembered = 512

const rememberedZone: (name: string) => ZoneCheck = remember(remembered, zoneOf)

function zoneOf(name: string): ZoneCheck {
  const { diagnostics, offset } = inspectZone(name)
  const { IANAZone, FixedOffsetZone } = libraries.luxon
  const source = offset === undefined ? IANAZone.create(name) : FixedOffsetZone.instance(offset)
  return Object.freeze({ ok: true, zone: new Zone(name, source), diagnostics })
}

/** The zone of a name, as {@link inspectZone} takes names; one zone for each, for it remembers its offsets. */
export function checkZone(name: unknown): ZoneCheck {
  const { ok, diagnostics } = inspectZone(name)
  return ok && typeof name === 'string' ? rememberedZone(name) : Object.freeze({ ok: false, diagnostics })
}
