import { formatOffset } from '../schedule/format-offset.ts'
import { millisecondsPerMinute } from '../schedule/time-units.ts'
import type { Zone } from '../schedule/zone.ts'

/** What a clock shows, given as a clock on UTC would have counted it: `yyyy-MM-dd HH:mm:ss`. */
export function wallClockText(shown: number): string {
  return new Date(shown).toISOString().slice(0, 19).replace('T', ' ')
}

/** An instant as ISO 8601 text with the offset of a zone. */
export function isoText(zone: Zone, instant: number): string {
  const offset = zone.offsetAt(instant)
  return `${wallClockText(instant + offset * millisecondsPerMinute).replace(' ', 'T')}${formatOffset(offset)}`
}
