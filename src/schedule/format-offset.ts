import { minutesPerHour } from './time-units.ts'

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
  return `${minutes < 0 ? '-' : '+'}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`
}
