import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { parseFixedOffset } from './fixed-offset.ts'

/** Names people write for a time zone that are none, in lower case, and the zone that is meant. */
const meant: ReadonlyMap<string, string> = new Map([
  ['asia/beijing', 'Asia/Shanghai'],
  ['asia/guangzhou', 'Asia/Shanghai'],
  ['asia/shenzhen', 'Asia/Shanghai'],
  ['asia/hangzhou', 'Asia/Shanghai'],
  ['asia/chengdu', 'Asia/Shanghai'],
  ['asia/mumbai', 'Asia/Kolkata'],
  ['asia/delhi', 'Asia/Kolkata'],
  ['america/san_francisco', 'America/Los_Angeles'],
  ['america/washington', 'America/New_York'],
  ['europe/frankfurt', 'Europe/Berlin'],
  ['europe/munich', 'Europe/Berlin'],
  ['china', 'Asia/Shanghai'],
  ['beijing', 'Asia/Shanghai'],
  ['z', 'UTC'],
  ['local', 'Asia/Shanghai'],
  ['system', 'Asia/Shanghai'],
  // Names that Windows gives to zones.
  ['china standard time', 'Asia/Shanghai'],
  ['taipei standard time', 'Asia/Taipei'],
  ['tokyo standard time', 'Asia/Tokyo'],
  ['korea standard time', 'Asia/Seoul'],
  ['singapore standard time', 'Asia/Singapore'],
  ['se asia standard time', 'Asia/Bangkok'],
  ['india standard time', 'Asia/Kolkata'],
  ['arabian standard time', 'Asia/Dubai'],
  ['arab standard time', 'Asia/Riyadh'],
  ['gmt standard time', 'Europe/London'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['central europe standard time', 'Europe/Budapest'],
  ['romance standard time', 'Europe/Paris'],
  ['eastern standard time', 'America/New_York'],
  ['central standard time', 'America/Chicago'],
  ['mountain standard time', 'America/Denver'],
  ['pacific standard time', 'America/Los_Angeles'],
  ['aus eastern standard time', 'Australia/Sydney'],
  ['coordinated universal time', 'UTC'],
  // Abbreviations, where one zone is meant by nearly everybody.
  ['ctt', 'Asia/Shanghai'],
  ['hkt', 'Asia/Hong_Kong'],
  ['sgt', 'Asia/Singapore'],
  ['jst', 'Asia/Tokyo'],
  ['kst', 'Asia/Seoul'],
  ['wib', 'Asia/Jakarta'],
  ['est', 'America/New_York'],
  ['edt', 'America/New_York'],
  ['cdt', 'America/Chicago'],
  ['mst', 'America/Denver'],
  ['mdt', 'America/Denver'],
  ['pst', 'America/Los_Angeles'],
  ['pdt', 'America/Los_Angeles'],
  ['hst', 'Pacific/Honolulu'],
  ['bst', 'Europe/London'],
  ['cest', 'Europe/Berlin'],
])

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
  const known = meant.get(trimmed.toLowerCase())
  if (known !== undefined) return known
  const offset = parseFixedOffset(trimmed)
  if (offset !== undefined) return zoneForOffset(offset)
  const listed = Intl.supportedValuesOf('timeZone')
  const city = trimmed
    .slice(trimmed.lastIndexOf('/') + 1)
    .replaceAll(' ', '_')
    .toLowerCase()
  return listed.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? didYouMean(trimmed, listed)
}
