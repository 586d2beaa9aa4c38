import { minutesPerHour } from '../time-units.ts'
import { twoDigits } from '../words/clock-text.ts'

/** The second, minute and hour of a time, given in minutes since midnight. */
export function timeFields(time: number): string {
  return `00 ${twoDigits(time % minutesPerHour)} ${twoDigits(Math.floor(time / minutesPerHour))}`
}
