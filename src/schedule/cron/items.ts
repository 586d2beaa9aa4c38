import { sortedSet } from '../number-sets.ts'
import { longestMonthLength } from '../time-units.ts'
import type { CronFieldSpec, SetField } from './cron-fields.ts'
import type { CronPiece } from './diagnostics.ts'
import type { FieldReader } from './field-reader.ts'
import { splitPieces } from './tokens.ts'
import { readValue } from './values.ts'

/** A step greater than one, with the values that it comes to. */
export interface CronStep {
  readonly reader: FieldReader
  readonly item: CronPiece
  readonly isOverAll: boolean
  readonly range: CronRange
  readonly step: number
  readonly values: readonly number[]
}

/** A run of values of one field, both ends included; one whose end is before its start runs over the end of the field. */
interface CronRange {
  readonly start: number
  readonly end: number
}

/** What the items of a list come to. */
export interface ItemSet {
  /** In order, each once. */
  readonly values: readonly number[]
  /** The field, when a range runs over its end. */
  readonly wrapping: readonly SetField[]
  readonly steps: readonly CronStep[]
}

/** Reads items that are values, ranges and steps, and has cron-parser say which numbers they mean. */
export function readItems(items: readonly CronPiece[], reader: FieldReader): ItemSet {
  const read = items.map((item) => readItem(item, reader))
  return {
    values: sortedSet(read.flatMap(({ values }) => values)),
    wrapping: read.flatMap(({ wrapping }) => wrapping),
    steps: read.flatMap(({ steps }) => steps),
  }
}

const nothing: ItemSet = { values: [], wrapping: [], steps: [] }

function readItem(item: CronPiece, reader: FieldReader): ItemSet {
  const [base, stepPiece, surplus] = splitPieces(item, '/')
  if (base === undefined || surplus !== undefined) {
    reader.error(item, `${reader.describe(item, 'item')} has more than one /`)
    return nothing
  }
  const isOverAll = base.text === '*'
  const step = stepPiece === undefined ? 1 : readStep(stepPiece, reader)
  const range = isOverAll ? wholeRange(reader.spec, step) : readRange(base, stepPiece !== undefined, reader)
  if (range === undefined || step === undefined) return nothing
  if (isOverAll && range.start > range.end) {
    reader.error(item, `${reader.describe(item, 'item')} has so long a step that no day is left`)
    return nothing
  }
  const values = translate(range, step, reader.spec).flatMap((text) => reader.judge(text, item)?.values ?? [])
  const steps = step > 1 && values.length > 0 ? [{ reader, item, isOverAll, range, step, values }] : []
  return { values, wrapping: range.end < range.start ? [reader.spec.field] : [], steps }
}

/** What `*` stands for. Where its steps begin before the field does, the first value is a step further on. */
function wholeRange({ min, max, stepStart }: CronFieldSpec, step = 1): CronRange {
  return { start: stepStart < min ? stepStart + step : stepStart, end: max }
}

/** Reads `a` or `a-b` before a step. With a step, `a` goes on to the end of the field. */
function readRange(base: CronPiece, hasStep: boolean, reader: FieldReader): CronRange | undefined {
  const { spec, dialect } = reader
  // The - of Jenkins' H(0-29) makes no range; what is wrong with it is said once.
  const [from, to, surplus] = base.text.startsWith('H(') ? [base] : splitPieces(base, '-')
  if (from === undefined || surplus !== undefined) {
    reader.error(base, `${reader.describe(base, 'range')} has more than one -`)
    return undefined
  }
  const start = readValue(from, reader)
  if (to === undefined) return start === undefined ? undefined : { start, end: hasStep ? spec.max : start }
  const end = readValue(to, reader)
  if (start === undefined || end === undefined) return undefined
  if (start <= end || dialect.wraps) return { start, end }
  const fault = `${reader.describe(base, 'range')} runs backwards, from ${start} to ${end}`
  reader.error(base, fault, `Write ${wrappedList(start, end, spec)}.`)
  return undefined
}

/** A range over the end of its field, as the list of two ranges that DataWorks understands. */
function wrappedList(start: number, end: number, spec: CronFieldSpec): string {
  const first = spec.field === 'day-of-week' ? 1 : spec.min
  const head = start === spec.max ? `${start}` : `${start}-${spec.max}`
  if (end < first) return head
  return end === first ? `${head},${first}` : `${head},${first}-${end}`
}

function readStep(piece: CronPiece, reader: FieldReader): number | undefined {
  const { longestStep } = reader.spec
  const step = /^\d+$/.test(piece.text) ? Number(piece.text) : 0
  if (step >= 1 && !(longestStep !== undefined && step > longestStep)) return step
  const most = longestStep === undefined ? '' : ` to ${longestStep}`
  const fault = `${reader.describe(piece, 'step')} is not a whole number from 1${most}`
  reader.error(piece, fault, 'A step is */10: every tenth value.')
  return undefined
}

/** Writes a range as cron-parser reads it, for which no range runs over the end of its field: such a one becomes two. */
function translate({ start, end }: CronRange, step: number, { min, period }: CronFieldSpec): readonly string[] {
  if (start === end) return [`${start}`]
  if (start < end) return [`${start}-${end}/${step}`]
  const round = period ?? longestMonthLength
  const last = min + round - 1
  // The steps go on from the beginning of the range, so they may leave out the first values of the next round.
  const next = start + Math.ceil((last + 1 - start) / step) * step - round
  return [...(start <= last ? [`${start}-${last}/${step}`] : []), ...(next <= end ? [`${next}-${end}/${step}`] : [])]
}
