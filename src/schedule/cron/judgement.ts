import { sortedSet } from '../number-sets.ts'
import cronParser from './cron-parser.cjs'
import type { CronFieldSets } from './fields.ts'

const sunday = 7

/**
 * Has cron-parser validate the sets and gives them as it holds them. It never sees the user's text, whose dialect it
 * reads differently, only lists of numbers.
 *
 * @param neverFires - whether no month has one of the days: cron-parser refuses such a date, so the months are left out
 * @throws Error when cron-parser refuses the sets
 */
export function validatedSets(sets: CronFieldSets, neverFires: boolean): CronFieldSets {
  const months = neverFires ? '*' : sets.months.join(',')
  const text = `0 ${sets.minutes.join(',')} ${sets.hours.join(',')} ${daysOfMonth(sets)} ${months} ${daysOfWeek(sets)}`
  // The date matters to nothing that is read here; left out, cron-parser would ask for today and the machine's zone.
  const { fields } = cronParser.CronExpressionParser.parse(text, { tz: 'UTC', currentDate: new Date(0) })
  return {
    minutes: numbers(fields.minute.values),
    hours: numbers(fields.hour.values),
    dayOfMonth: {
      days: numbers(fields.dayOfMonth.values),
      last: fields.dayOfMonth.values.some((value) => value === 'L'),
    },
    months: neverFires ? sets.months : numbers(fields.month.values),
    dayOfWeek: { ...sets.dayOfWeek, days: weekdays(fields.dayOfWeek.values) },
  }
}

function daysOfMonth({ dayOfMonth }: CronFieldSets): string {
  if (dayOfMonth.days.length === 31) return '*'
  return [...dayOfMonth.days, ...(dayOfMonth.last ? ['L'] : [])].join(',')
}

function daysOfWeek({ dayOfWeek }: CronFieldSets): string {
  const days = dayOfWeek.days.map((day) => day % sunday)
  if (dayOfWeek.last) return `${days.join(',')}L`
  if (dayOfWeek.nth !== undefined) return `${days.join(',')}#${dayOfWeek.nth}`
  return days.length === sunday ? '*' : days.join(',')
}

function numbers(values: readonly (number | string)[]): readonly number[] {
  return sortedSet(values.filter((value) => typeof value === 'number'))
}

/** Days from 1 (Monday) to 7; cron-parser has Sunday as 0, as 7 or as both, and the last Friday as `5L`. */
function weekdays(values: readonly (number | string)[]): readonly number[] {
  return sortedSet(values.map((value) => Number.parseInt(String(value), 10)).map((day) => (day === 0 ? sunday : day)))
}
