import { twoDigits } from '../clock-text.ts'
import { minutesPerHour } from '../time-units.ts'

const furthestHour = 14

/**
 * The minutes east of UTC that a text such as `GMT+8`, `UTC+08:00` or `+0800` says; undefined when it is no such text,
 * or an offset that is in use nowhere.
 */
export function parseFixedOffset(text: string): number | undefined {
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text)
  if (match === null) return undefined
  const [, sign, hours, minutes] = match
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (minute >= minutesPerHour || hour * minutesPerHour + minute > furthestHour * minutesPerHour) return undefined
  const offset = hour * minutesPerHour + minute
  return sign === '-' ? 0 - offset : offset
}

const secondsPerMinute = 60

/** An offset in minutes as ISO 8601 writes it: `+08:00`, `-03:30`; `Z` for UTC; with seconds where a zone had some. */
export function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const seconds = Math.round(Math.abs(minutes) * secondsPerMinute)
  const parts = [
    Math.floor(seconds / secondsPerMinute / minutesPerHour),
    Math.floor(seconds / secondsPerMinute) % minutesPerHour,
    ...(seconds % secondsPerMinute === 0 ? [] : [seconds % secondsPerMinute]),
  ]
  return `${minutes < 0 ? '-' : '+'}${parts.map(twoDigits).join(':')}`
}
