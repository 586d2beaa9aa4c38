import { clockText } from '../clock-text.ts'
import { type NumberRun, numberRuns } from '../number-sets.ts'
import { minutesPerHour } from '../time-units.ts'
import type { CronWords } from './language.ts'
import type { DaysMeaning, TimesMeaning } from './meaning.ts'

const digits = ['一', '二', '三', '四', '五', '六']

/** Chinese, simplified. */
export const chineseWords: CronWords = {
  times: timesText,
  days: daysText,
  sentence: (times, days) => spaced(days, times),
  always: (times) => times,
  leapYears: (sentence) => `${sentence}（仅闰年）`,
  never: (sentence) => `永不运行，没有这样的日期：${sentence}`,
}

/** Puts text together; a number is set off by a space. */
function spaced(before: string, after: string): string {
  return /^\d/.test(after) ? `${before} ${after}` : `${before}${after}`
}

function joined(items: readonly string[]): string {
  return items.join('、')
}

function joinedRuns(numbers: readonly number[], name: (number: number) => string): string {
  const item = ({ first, last }: NumberRun): string =>
    first === last ? name(first) : spaced(`${name(first)}至`, name(last))
  return joined(numberRuns(numbers).map(item))
}

function timesText(times: TimesMeaning): string {
  if (times.kind === 'listed') return joined(times.times.map(clockText))
  if (times.kind === 'grid') return gridText(times.minutes, times.hours)
  const { step, first, last, goesRound } = times
  const each = stepText(step)
  if (goesRound && first === 0) return each
  if (goesRound && step === minutesPerHour) return `${each}第 ${first} 分钟`
  return `${clockText(first)} 至 ${clockText(last)} ${each}`
}

function stepText(step: number): string {
  const [count, unit] = step % minutesPerHour === 0 ? [step / minutesPerHour, '小时'] : [step, '分钟']
  return count === 1 ? `每${unit}` : `每 ${count} ${unit}`
}

function gridText(minutes: readonly number[], hours: readonly number[]): string {
  const during = hours.length === 24 ? '每小时' : `${joinedRuns(hours, (hour) => `${hour} 点`)}的`
  return minutes.length === minutesPerHour ? `${during}每分钟` : `${during}第 ${joinedRuns(minutes, String)} 分钟`
}

function monthsText(months: readonly number[]): string {
  return `每年 ${joinedRuns(months, (month) => `${month} 月`)}的`
}

function daysText(days: DaysMeaning, months: readonly number[] | undefined): string {
  const within = months === undefined ? '' : monthsText(months)
  if (days.kind === 'every') return `${within}每天`
  if (days.kind === 'weekdays') return `${within}每${joinedRuns(days.days, weekdayName)}`
  return spaced(months === undefined ? '每月' : within, daysOfMonthText(days))
}

function weekdayName(day: number): string {
  return `周${digits[day - 1] ?? '日'}`
}

function daysOfMonthText(days: Exclude<DaysMeaning, { kind: 'every' | 'weekdays' }>): string {
  if (days.kind === 'last-weekday') return `最后一个${joined(days.days.map(weekdayName))}`
  if (days.kind === 'nth-weekday') return `第${digits[days.nth - 1]}个${joined(days.days.map(weekdayName))}`
  const dates = joinedRuns(days.days, (day) => `${day} 日`)
  if (!days.last) return dates
  return days.days.length === 0 ? '最后一天' : `${dates}和最后一天`
}
