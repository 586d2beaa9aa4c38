import type { CronPiece } from './cron-problems.ts'
import type { FieldReader } from './field-reader.ts'
import { parseRange } from './parse-range.ts'
import { remarkStep } from './remark-step.ts'
import { splitPieces } from './split-pieces.ts'

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
