import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { parseFixedOffset } from './offsets.ts'

/**
 * Of zones, what people write for them that is no name of one: other cities, the names of Windows without "Standard Time",
 * and abbreviations, where one zone is meant by nearly everybody.
 */
const meant: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'beijing guangzhou shenzhen hangzhou chengdu china local system ctt',
  'Asia/Hong_Kong': 'hkt',
  'Asia/Singapore': 'sgt',
  'Asia/Tokyo': 'jst',
  'Asia/Seoul': 'korea kst',
  'Asia/Bangkok': 'se_asia',
  'Asia/Jakarta': 'wib',
  'Asia/Kolkata': 'mumbai delhi india',
  'Asia/Dubai': 'arabian',
  'Asia/Riyadh': 'arab',
  'Europe/London': 'gmt bst',
  'Europe/Paris': 'romance',
  'Europe/Berlin': 'frankfurt munich w._europe cest',
  'Europe/Budapest': 'central_europe',
  'America/New_York': 'washington eastern est edt',
  'America/Chicago': 'central cdt',
  'America/Denver': 'mountain mst mdt',
  'America/Los_Angeles': 'san_francisco pacific pst pdt',
  'Pacific/Honolulu': 'hst',
  'Australia/Sydney': 'aus_eastern',
  UTC: 'z coordinated_universal_time',
}

/** Zones without daylight saving that stand for an offset, by its minutes: those of the regions DataWorks runs in. */
const byOffset: ReadonlyMap<number, string> = new Map([
  [0, 'UTC'],
  [180, 'Asia/Riyadh'],
  [240, 'Asia/Dubai'],
  [330, 'Asia/Kolkata'],
  [420, 'Asia/Jakarta'],
  [480, 'Asia/Shanghai'],
  [540, 'Asia/Tokyo'],
])

/** A zone for an offset of so many minutes: one of a place where that is sure, else the fixed zone of the database. */
export function zoneForOffset(minutes: number): string | undefined {
  const place = byOffset.get(minutes)
  if (place !== undefined || minutes % 60 !== 0) return place
  // Etc/GMT-3 is three hours ahead of UTC: the sign of these names is turned round.
  return `Etc/GMT${minutes > 0 ? '-' : '+'}${Math.abs(minutes) / 60}`
}

/** The zone somebody seems to have meant by a name that is none. */
export function suggestZone(name: string): string | undefined {
  const trimmed = name.trim()
  const offset = parseFixedOffset(trimmed)
  if (offset !== undefined) return zoneForOffset(offset)
  const city = trimmed
    .slice(trimmed.lastIndexOf('/') + 1)
    .replaceAll(' ', '_')
    .toLowerCase()
    .replace(/_standard_time$/, '')
  const { listed, byCity } = zoneLists()
  return byCity.get(city) ?? didYouMean(trimmed, listed)
}

interface ZoneLists {
  readonly listed: readonly string[]
  /** Zones by the last part of their names in lower case, and by what is meant by them. */
  readonly byCity: ReadonlyMap<string, string>
}

let lists: ZoneLists | undefined

/** Made once: the machine takes a millisecond to list its zones. */
function zoneLists(): ZoneLists {
  if (lists !== undefined) return lists
  const listed = Intl.supportedValuesOf('timeZone')
  const byCity = new Map<string, string>()
  for (const [zone, words] of Object.entries(meant)) for (const word of words.split(' ')) byCity.set(word, zone)
  for (const zone of listed) {
    const city = zone.slice(zone.lastIndexOf('/') + 1).toLowerCase()
    if (!byCity.has(city)) byCity.set(city, zone)
  }
  lists = { listed, byCity }
  return lists
}
