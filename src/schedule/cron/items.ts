import { sortedSet } from '../number-sets.ts'
import type { CronPiece } from './diagnostics.ts'
import type { FieldReader } from './field-reader.ts'
import { remarkStep } from './remarks.ts'
import { splitPieces } from './tokens.ts'
import { parseValue } from './values.ts'

/** The values of a field that holds only numbers and names: sorted, each once. */
export function parseSet(reader: FieldReader): readonly number[] {
  return sortedSet(splitPieces(reader.token, ',').flatMap((part) => parsePart(part, reader)))
}

/** The values of one item of a list: a value, a range, or either with a step. Empty after a fault. */
export function parsePart(part: CronPiece, reader: FieldReader): readonly number[] {
  const [base, stepPiece, surplus] = splitPieces(part, '/')
  if (base === undefined || surplus !== undefined) {
    reader.error(part, `${reader.describe(part, 'item')} has more than one /`)
    return []
  }
  const range = parseRange(base, stepPiece !== undefined, reader)
  const step = stepPiece === undefined ? 1 : parseStep(stepPiece, reader)
  if (range === undefined || step === undefined) return []
  const start = base.text === '*' && step > 1 ? reader.spec.stepStart : range.start
  const values: number[] = []
  for (let value = start; value <= range.end; value += step) {
    if (value >= reader.spec.min) values.push(value)
  }
  if (step > 1) remarkStep({ part, base: base.text, range: { ...range, start }, step, values }, reader)
  return values
}

function parseStep(piece: CronPiece, reader: FieldReader): number | undefined {
  const step = /^\d+$/.test(piece.text) ? Number(piece.text) : 0
  if (step >= 1) return step
  const fault = `${reader.describe(piece, 'step')} is not a whole number from 1`
  reader.error(piece, fault, 'A step is */10: every tenth value.')
  return undefined
}

/** A run of values of one field, both ends included. */
export interface CronRange {
  readonly start: number
  readonly end: number
}

/** Reads what stands before a step: `*`, `a` or `a-b`. With a step, `a` goes on to the end of the field. */
function parseRange(base: CronPiece, hasStep: boolean, reader: FieldReader): CronRange | undefined {
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
