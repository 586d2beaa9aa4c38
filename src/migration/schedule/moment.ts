import { parseWallClock } from '../../schedule/runs/wall-clock.ts'
import { checkZone } from '../../schedule/zones/zone.ts'

const local = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?)?$/
const withOffset = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?:(Z)|([+-]\d\d):?(\d\d))$/i

/** A moment as the clock of a zone shows it, `yyyy-MM-dd HH:mm:ss`; undefined where it cannot be read. */
export function wallClockOf(text: string, zone: string): string | undefined {
  const trimmed = text.trim()
  const [, date, time = '00:00', seconds = ':00'] = local.exec(trimmed) ?? []
  const wall = date === undefined ? zonedText(instantOf(trimmed), zone) : `${date} ${time}${seconds}`
  return wall !== undefined && parseWallClock(wall, 'moment').ok ? wall : undefined
}

/** Milliseconds since 1970 of a number of them, or of a text with an offset. */
function instantOf(text: string): number {
  if (/^\d{11,14}$/.test(text)) return Number(text)
  const [, date, time, isUniversal, hours, minutes] = withOffset.exec(text) ?? []
  if (date === undefined) return Number.NaN
  return Date.parse(`${date}T${time}${isUniversal === undefined ? `${hours}:${minutes}` : 'Z'}`)
}

const millisecondsPerMinute = 60_000

function zonedText(instant: number, name: string): string | undefined {
  const found = checkZone(name)
  if (!found.ok || Number.isNaN(instant)) return undefined
  const shifted = new Date(instant + found.zone.offsetAt(instant) * millisecondsPerMinute)
  return Number.isNaN(shifted.getTime()) ? undefined : shifted.toISOString().slice(0, 19).replace('T', ' ')
}
