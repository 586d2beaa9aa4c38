import { isRecord } from '../../document/json/records.ts'
import { millisecondsPerDay } from '../../schedule/time-units.ts'
import { invalidParameter, missingParameter } from '../wire/error-catalogue.ts'
import { type JsonObject, readList, readPlainText } from '../wire/json.ts'

/** Milliseconds that the time of the service is ahead of UTC. */
const offset = 8 * 60 * 60 * 1000
/** The service takes seven ranges at most. */
const mostRanges = 7
/** More days than any backfill has, so that no request makes instances without end. */
const mostDays = 1000

/** Midnight of a date in the time of the service, in milliseconds since 1970. */
function midnight(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // Dates that do not exist come back as another text.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) {
    throw invalidParameter('Periods', `has a business date that is no date: ${text}`)
  }
  return time - offset
}

function datesOf(range: unknown): readonly number[] {
  if (!isRecord(range)) throw invalidParameter('Periods', 'has a range of business dates that is no object')
  const [start, end] = ['StartBizDate', 'EndBizDate'].map((name) => readPlainText(range, name))
  if (start === undefined || end === undefined) throw invalidParameter('Periods', 'lacks StartBizDate or EndBizDate')
  const [from, to] = [midnight(start), midnight(end)]
  const count = (to - from) / millisecondsPerDay + 1
  if (count < 1) throw invalidParameter('Periods', 'has a range that ends before it starts')
  if (count > mostDays) throw invalidParameter('Periods', `has a range of more than ${mostDays} days`)
  return Array.from({ length: count }, (_, index) => from + index * millisecondsPerDay)
}

/** The business dates that `Periods` asks for, each once and in order, in milliseconds since 1970. */
export function businessDates(periods: JsonObject | undefined): readonly number[] {
  const ranges = readList(periods, 'BizDates')
  if (ranges === undefined || ranges.length === 0) throw missingParameter('Periods')
  if (ranges.length > mostRanges)
    throw invalidParameter('Periods', `has more than ${mostRanges} ranges of business dates`)
  const isHalf =
    (readPlainText(periods, 'StartTime') === undefined) !== (readPlainText(periods, 'EndTime') === undefined)
  if (isHalf) throw invalidParameter('Periods', 'needs StartTime and EndTime, or neither')
  return [...new Set(ranges.flatMap(datesOf))].toSorted((a, b) => a - b)
}

/** Midnight of the day that a time is in, in the time of the service. */
export function businessDateOf(time: number): number {
  return Math.floor((time + offset) / millisecondsPerDay) * millisecondsPerDay - offset
}
