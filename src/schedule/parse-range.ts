import type { CronPiece } from './cron-problems.ts'
import type { FieldReader } from './field-reader.ts'
import { parseValue } from './parse-value.ts'
import { splitPieces } from './split-pieces.ts'

/** A run of values of one field, both ends included. */
export interface CronRange {
  readonly start: number
  readonly end: number
}

/** Reads what stands before a step: `*`, `a` or `a-b`. With a step, `a` goes on to the end of the field. */
export function parseRange(base: CronPiece, hasStep: boolean, reader: FieldReader): CronRange | undefined {
  const { spec } = reader
  if (base.text === '*') return { start: spec.min, end: spec.max }
  // The - of Jenkins' H(0-29) makes no range; what is wrong with it is said once.
  const [from, to, surplus] = base.text.startsWith('H(') ? [base] : splitPieces(base, '-')
  if (from === undefined || surplus !== undefined) {
    reader.error(base, `${reader.describe(base, 'range')} has more than one -`)
    return undefined
  }
  const start = parseValue(from, reader)
  if (to === undefined) return start === undefined ? undefined : { start, end: hasStep ? spec.max : start }
  const end = parseValue(to, reader)
  if (start === undefined || end === undefined) return undefined
  if (start <= end) return { start, end }
  const hint = `Write ${wrap(start, end, reader)}.`
  reader.error(base, `${reader.describe(base, 'range')} runs backwards, from ${start} to ${end}`, hint)
  return undefined
}

/** A range over the end of its field, as the list of two ranges that DataWorks understands. */
function wrap(start: number, end: number, { spec }: FieldReader): string {
  const first = spec.field === 'day-of-week' ? 1 : spec.min
  const head = start === spec.max ? `${start}` : `${start}-${spec.max}`
  if (end < first) return head
  return end === first ? `${head},${first}` : `${head},${first}-${end}`
}
