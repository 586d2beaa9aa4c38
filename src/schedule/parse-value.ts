import type { CronPiece } from './cron-problems.ts'
import { explainValue } from './explain-value.ts'
import type { FieldReader } from './field-reader.ts'

/** Reads one number or name; undefined after a fault has been reported. */
export function parseValue(piece: CronPiece, reader: FieldReader): number | undefined {
  const { spec } = reader
  const name = /^[A-Za-z]{3}$/.test(piece.text) ? spec.names.indexOf(piece.text.toUpperCase()) : -1
  if (name !== -1) return spec.firstName + name
  if (piece.text === '') {
    reader.error(piece, `${reader.describe(reader.token, 'field')} lacks a value`)
    return undefined
  }
  if (!/^\d{1,2}$/.test(piece.text)) {
    const { reason, hint } = explainValue(piece.text, spec)
    reader.error(piece, `${reader.describe(piece, 'value')} ${reason}`, hint)
    return undefined
  }
  const value = Number(piece.text)
  if (value >= spec.min && value <= spec.max) return value
  reader.error(piece, `${reader.describe(piece, 'value')} is out of range`)
  return undefined
}
