import { millisecondsPerDay } from '../../schedule/time-units.ts'
import { checkZone, type Zone } from '../../schedule/zones/zone.ts'
import type { PageClockChange } from '../page-data.ts'

function changesOf(zone: Zone, from: number, to: number): PageClockChange[] {
  const changes: PageClockChange[] = []
  for (let begin = from; begin <= to; begin += millisecondsPerDay) {
    // A day of a clock begins some hours before or after that of UTC: its middle tells the date.
    const minutes = zone.offsetAt(begin + millisecondsPerDay / 2) - zone.offsetAt(begin - millisecondsPerDay / 2)
    if (minutes !== 0) {
      changes.push({ timezone: zone.name, date: new Date(begin).toISOString().slice(0, 10), minutes })
    }
  }
  return changes
}

/** The dates from one to another on which the clocks of some time zones change. */
export function clockChanges(timezones: Iterable<string>, from: string, to: string): readonly PageClockChange[] {
  const found: PageClockChange[] = []
  for (const name of timezones) {
    const checked = checkZone(name)
    if (checked.ok) found.push(...changesOf(checked.zone, Date.parse(from), Date.parse(to)))
  }
  return found
}
