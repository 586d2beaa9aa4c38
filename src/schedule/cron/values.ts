import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import type { CronFieldSpec } from './cron-fields.ts'
import type { CronPiece } from './diagnostics.ts'
import type { FieldReader } from './field-reader.ts'
import { judgeItem } from './judge.ts'

/** Reads one number or name and gives the number that cron-parser has for it; undefined after a fault was reported. */
export function readValue(piece: CronPiece, reader: FieldReader): number | undefined {
  const { spec } = reader
  if (piece.text === '') {
    reader.error(piece, `The ${reader.title} lacks a value`)
    return undefined
  }
  const isNumber = /^\d{1,2}$/.test(piece.text)
  // Of other letters cron-parser would take some for orders of its own, such as H, and JANFEB for a month.
  if (isNumber || spec.names.includes(piece.text.toUpperCase())) {
    const value = isNumber && spec.toCronParser ? spec.toCronParser(piece.text) : piece.text
    const judged = judgeItem(spec.field, value)
    // Sunday as 7 is given back as 0, which would turn a range that ends with it round.
    if (judged.ok) return isNumber ? Number(value) : judged.values[0]
  }
  if (isNumber) reader.error(piece, `${reader.describe(piece, 'value')} is out of range`)
  else {
    const { reason, hint, rule } = explainValue(piece.text, reader)
    reader.error(piece, `${reader.describe(piece, 'value')} ${reason}`, hint, rule)
  }
  return undefined
}

/** Why a text is no value, and what to write instead when that is known. */
interface ValueExplanation {
  readonly reason: string
  readonly hint?: string
  readonly rule?: BuiltInRuleName
}

/** Finds out what somebody meant who wrote a value that the field does not take; `text` is not empty. */
function explainValue(text: string, { spec, dialect }: FieldReader): ValueExplanation {
  const upper = text.toUpperCase()
  if (text === '?') return explainQuestionMark(spec)
  if (text.includes('*')) return { reason: 'holds a * that is not alone', hint: 'A step over every value is */10.' }
  if (/^(\d{0,2}|L)W$/.test(upper)) {
    const reason = 'asks for the nearest weekday (W), which DataWorks does not have'
    const rule = spec.field === 'day-of-month' ? dialect.unsupported : 'schedule/cron-syntax'
    return { reason, hint: 'List the days, or let the node run daily and decide in its code.', rule }
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

function explainQuestionMark({ field }: CronFieldSpec): ValueExplanation {
  const isDay = field === 'day-of-month' || field === 'day-of-week'
  return isDay
    ? { reason: 'has a ? that is not alone', hint: 'Write either ? or the values.' }
    : { reason: 'is ?, which stands only for the day of month or the day of week', hint: 'Write * for every value.' }
}
