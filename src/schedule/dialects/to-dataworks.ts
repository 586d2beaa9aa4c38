import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { type CronPiece, CronProblems } from '../cron/diagnostics.ts'
import type { CronField } from '../cron/field-specs.ts'
import { readFields } from '../cron/fields.ts'
import type { SixFields } from '../cron/six-fields.ts'
import { quote } from '../quote.ts'
import { type CronConversion, carryFields, refusedFields } from './conversion.ts'
import type { CronDialect } from './dialect.ts'
import type { ForeignFields } from './foreign-fields.ts'

/** Writes fields of another dialect as DataWorks reads them. */
export function carryToDataWorks(written: SixFields, meant: ForeignFields, dialect: CronDialect): CronConversion {
  const problems = new CronProblems()
  return carryFields({
    written,
    meant,
    read: readFields(written, problems),
    refused: refusedFields(problems),
    weekday: (day) => day,
    reason: (field, text) => reason(field, text, meant, dialect),
  })
}

function reason(field: CronField, text: string, { wrapping }: ForeignFields, dialect: CronDialect): string {
  const reasons = [
    ...(field === 'day-of-week' && dialect.weekday(1) !== 1 ? [dialect.weekdayCount] : []),
    ...(text === 'L' ? [`L alone is Saturday in ${dialect.name}`] : []),
    ...(wrapping.has(field) ? ['in DataWorks no range runs over the end of its field'] : []),
    ...(field === 'day-of-month' && text.includes('*/')
      ? [`the steps of * begin with day 1 in ${dialect.name}, and before it, with 0, in DataWorks`]
      : []),
  ]
  return reasons.length === 0 ? 'DataWorks reads it in another way' : reasons.join('; ')
}

const longestText = 256

/**
 * The fields of a cron in another dialect, which takes any white space between them and letters of either case.
 *
 * @throws FlowSpecError for what is no text, or too long to be a cron
 */
export function foreignPieces(text: unknown, dialect: string): readonly CronPiece[] {
  if (typeof text !== 'string') throw unreadable(`The ${dialect} cron has to be text, but is ${quote(text)}.`)
  if (text.length > longestText) {
    throw unreadable(`The ${dialect} cron has ${text.length} characters; at most ${longestText} are read.`)
  }
  const upper = text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase())
  return [...upper.matchAll(/\S+/g)].map((match) => ({ text: match[0], column: match.index + 1 }))
}

function unreadable(message: string): FlowSpecError {
  const problems = new CronProblems()
  problems.error({ place: { text: '', column: 1 }, message })
  return new FlowSpecError(problems.list())
}
