import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { parseInstant } from '../schedule/parse-instant.ts'
import { parseWallClock } from '../schedule/parse-wall-clock.ts'
import { resolveWallClock } from '../schedule/resolve-wall-clock.ts'
import { millisecondsPerDay } from '../schedule/time-units.ts'
import type { Zone } from '../schedule/zone.ts'

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
export function endOf({ kind, value }: ReadMoment): ReadMoment {
  return kind === 'day' ? { kind: 'wall', value: value + millisecondsPerDay - 1 } : { kind, value }
}
