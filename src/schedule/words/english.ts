import { clockText } from '../clock-text.ts'
import { type NumberRun, numberRuns } from '../number-sets.ts'
import { minutesPerHour } from '../time-units.ts'
import type { CronWords } from './language.ts'
import type { DaysMeaning, TimesMeaning } from './meaning.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const counts = ['first', 'second', 'third', 'fourth', 'fifth']

/** English. */
export const englishWords: CronWords = {
  times: timesText,
  days: daysText,
  sentence: (times, days, kind) => capital(kind === 'listed' ? `${times} ${days}` : `${times}, ${days}`),
  always: capital,
  leapYears: (sentence) => `${sentence} (leap years only)`,
  never: (sentence) => `Never, as there is no such date: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function joined(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function joinedRuns(numbers: readonly number[], name: (number: number) => string): string {
  const item = ({ first, last }: NumberRun): string =>
    first === last ? name(first) : `${name(first)} to ${name(last)}`
  return joined(numberRuns(numbers).map(item))
}

function timesText(times: TimesMeaning): string {
  if (times.kind === 'listed') return `at ${joined(times.times.map(clockText))}`
  if (times.kind === 'grid') return gridText(times.minutes, times.hours)
  const { step, first, last, goesRound } = times
  const each = stepText(step)
  if (goesRound && first === 0) return each
  if (goesRound && step === minutesPerHour) return `${each} at minute ${first}`
  return `${each} from ${clockText(first)} to ${clockText(last)}`
}

function stepText(step: number): string {
  const [count, unit] = step % minutesPerHour === 0 ? [step / minutesPerHour, 'hour'] : [step, 'minute']
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`
}

function gridText(minutes: readonly number[], hours: readonly number[]): string {
  const at = minutes.length === minutesPerHour ? 'every minute' : numbered('at minute', minutes)
  return hours.length === 24 ? `${at} of every hour` : `${at} of ${numbered('hour', hours)}`
}

function numbered(noun: string, numbers: readonly number[]): string {
  return `${noun}${numbers.length === 1 ? '' : 's'} ${joinedRuns(numbers, String)}`
}

function monthsText(among: readonly number[] | undefined): string {
  return among === undefined ? 'every month' : joinedRuns(among, (month) => months[month - 1] ?? '')
}

function daysText(days: DaysMeaning, among: readonly number[] | undefined): string {
  const within = among === undefined ? '' : ` in ${monthsText(among)}`
  if (days.kind === 'every') return `every day${within}`
  if (days.kind === 'weekdays') return `${weekdaysText(days.days)}${within}`
  return `on ${daysOfMonthText(days)} of ${monthsText(among)}`
}

function weekdaysText(days: readonly number[]): string {
  const [run, ...others] = numberRuns(days)
  if (run !== undefined && others.length === 0 && run.first !== run.last)
    return `from ${weekdayName(run.first)} to ${weekdayName(run.last)}`
  return `on ${joined(days.map((day) => `${weekdayName(day)}s`))}`
}

function weekdayName(day: number): string {
  return weekdays[day - 1] ?? ''
}

function daysOfMonthText(days: Exclude<DaysMeaning, { kind: 'every' | 'weekdays' }>): string {
  if (days.kind === 'last-weekday') return `the last ${joined(days.days.map(weekdayName))}`
  if (days.kind === 'nth-weekday') return `the ${counts[days.nth - 1]} ${joined(days.days.map(weekdayName))}`
  const dates = numberRuns(days.days).map(({ first, last }) =>
    first === last ? `the ${ordinal(first)}` : `the ${ordinal(first)} to the ${ordinal(last)}`,
  )
  return joined(days.last ? [...dates, 'the last day'] : dates)
}

function ordinal(day: number): string {
  const isTeen = day > 10 && day < 20
  return `${day}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`
}
