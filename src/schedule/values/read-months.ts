import { sortedSet } from '../sorted-set.ts'
import type { ArgumentReader } from './argument-reader.ts'

/** Reads months, 1 to 12, and gives the field of a cron: in order, each once; `*` when none are given. */
export function readMonths(months: unknown, reader: ArgumentReader): string {
  if (months === undefined) return '*'
  return sortedSet(reader.list('months', months, (month, place) => reader.number(place, month, [1, 12]))).join(',')
}
