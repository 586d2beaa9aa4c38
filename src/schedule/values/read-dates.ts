import { sortedSet } from '../sorted-set.ts'
import type { ArgumentReader } from './argument-reader.ts'

/** Reads days of a month, 1 to 31 and `L`, and gives the field of a cron: in order, each once, the last day last. */
export function readDates(days: unknown, reader: ArgumentReader): string {
  const read = reader.list('days', days, (day, place) => (day === 'L' ? day : reader.number(place, day, [1, 31])))
  const numbers = sortedSet(read.filter((day) => day !== 'L'))
  return [...numbers, ...(read.includes('L') ? ['L'] : [])].join(',')
}
