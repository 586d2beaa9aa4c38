import { minutesPerHour } from './time-units.ts'

/** Two digits of a number below a hundred. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** Minutes since midnight as a clock shows them: `08:05`. */
export function clockText(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / minutesPerHour))}:${twoDigits(minutes % minutesPerHour)}`
}

/** The second, minute and hour of a time, given in minutes since midnight. */
export function timeFields(time: number): string {
  return `00 ${twoDigits(time % minutesPerHour)} ${twoDigits(Math.floor(time / minutesPerHour))}`
}
