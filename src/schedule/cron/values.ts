import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import type { CronPiece } from './diagnostics.ts'
import type { FieldReader } from './field-reader.ts'
import type { CronFieldSpec } from './field-specs.ts'

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

/** Why a text is no value, and what to write instead when that is known. */
interface ValueExplanation {
  readonly reason: string
  readonly hint?: string
}

/** Finds out what somebody meant who wrote a value that the field does not take; `text` is not empty. */
function explainValue(text: string, spec: CronFieldSpec): ValueExplanation {
  const upper = text.toUpperCase()
  if (text === '?') return explainQuestionMark(spec)
  if (text.includes('*')) return { reason: 'holds a * that is not alone', hint: 'A step over every value is */10.' }
  if (/^(\d{0,2}|L)W$/.test(upper)) {
    return { reason: 'asks for the nearest weekday (W), which DataWorks does not have', hint: 'List the days.' }
  }
  if (/^H(\(|$)/.test(upper)) return { reason: 'is the H of Jenkins, which DataWorks does not have' }
  if (hasSmallL(text, spec)) return { reason: 'has a small l', hint: `Write "${upper}".` }
  if (text.includes('#')) return { reason: 'has a #, which stands in the day of week alone, as in 5#2' }
  if (upper === 'L') return { reason: 'is L, which stands only in the day of month, or after a day of week as in 5L' }
  if (/^\d+$/.test(text)) return { reason: 'has more than two digits' }
  const name = spec.names.find((candidate) => upper.startsWith(candidate)) ?? didYouMean(text, spec.names)
  const hint = name === undefined ? {} : { hint: `Did you mean ${name}?` }
  return { reason: 'is neither a number nor a name of this field', ...hint }
}

function hasSmallL(text: string, { field }: CronFieldSpec): boolean {
  if (field === 'day-of-month') return text === 'l'
  return field === 'day-of-week' && /^(\d|[A-Za-z]{3})l$/.test(text)
}

function explainQuestionMark(spec: CronFieldSpec): ValueExplanation {
  const isDay = spec.field === 'day-of-month' || spec.field === 'day-of-week'
  return isDay
    ? { reason: 'has a ? that is not alone', hint: 'Write either ? or the values.' }
    : { reason: 'is ?, which stands only for the day of month or the day of week', hint: 'Write * for every value.' }
}
