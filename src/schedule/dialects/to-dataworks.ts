import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { type CronDialect, type CronField, dataworksDialect } from '../cron/cron-fields.ts'
import { type CronPiece, CronProblems } from '../cron/diagnostics.ts'
import { type ReadFields, readFields } from '../cron/fields.ts'
import type { SixFields } from '../cron/six-fields.ts'
import { type CronConversion, carryFields, refusedFields } from './conversion.ts'

/** A dialect that crons are carried from. */
export interface ForeignDialect extends CronDialect {
  readonly name: string
  /** How the dialect counts the days of the week, in words; undefined where it counts them as DataWorks does. */
  readonly weekdayCount: string | undefined
}

/** Writes fields of another dialect as DataWorks reads them. */
export function carryToDataWorks(written: SixFields, meant: ReadFields, dialect: ForeignDialect): CronConversion {
  const problems = new CronProblems()
  return carryFields({
    written,
    meant,
    read: readFields(written, dataworksDialect, problems),
    refused: refusedFields(problems),
    weekday: (day) => day,
    reason: (field, text) => reason(field, text, meant, dialect),
  })
}

function reason(field: CronField, text: string, { wrapping }: ReadFields, dialect: ForeignDialect): string {
  const reasons = [
    ...(field === 'day-of-week' && dialect.weekdayCount !== undefined ? [dialect.weekdayCount] : []),
    ...(text === 'L' ? [`L alone is Saturday in ${dialect.name}`] : []),
    ...(wrapping.has(field) ? ['in DataWorks no range runs over the end of its field'] : []),
    ...(field === 'day-of-month' && text.includes('*/')
      ? [`the steps of * begin with day 1 in ${dialect.name}, and before it, with 0, in DataWorks`]
      : []),
  ]
  return reasons.join('; ')
}

const longestText = 256

/**
 * The fields of a cron in another dialect, which takes any white space between them and letters of either case.
 *
 * @throws FlowSpecError for what is no text, or too long to be a cron
 */
export function foreignPieces(text: unknown, dialect: string): readonly CronPiece[] {
  if (typeof text !== 'string') throw unreadable(`The ${dialect} cron has to be text, but is ${showValue(text)}.`)
  if (text.length > longestText) {
    throw unreadable(`The ${dialect} cron has ${text.length} characters; at most ${longestText} are read.`)
  }
  const upper = text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
  return [...upper.matchAll(/\S+/g)].map((match) => ({ text: match[0], column: match.index + 1 }))
}

function unreadable(message: string): FlowSpecError {
  const problems = new CronProblems()
  problems.error({ piece: { text: '', column: 1 }, message })
  return new FlowSpecError(problems.list())
}
