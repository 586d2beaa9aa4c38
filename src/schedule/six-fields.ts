import type { CronPiece, CronProblems } from './cron-problems.ts'
import { reportNoSeconds, reportTooFew, reportTooMany, reportYear, reportZone } from './field-count-faults.ts'

/** Six pieces, one for each field. */
export type SixFields = readonly [CronPiece, CronPiece, CronPiece, CronPiece, CronPiece, CronPiece]

/**
 * The six fields of a cron. A text with more or fewer is reported once, with what the number says about where the text
 * came from; one with a year still has its six fields, so that they can be checked as well.
 */
export function sixFields(fields: readonly CronPiece[], problems: CronProblems): SixFields | undefined {
  const [second, minute, hour, dayOfMonth, month, dayOfWeek, ...rest] = fields
  if (second === undefined) return undefined
  const zone = fields.find((field) => isZone(field.text))
  if (zone !== undefined) {
    reportZone(zone, problems)
    return undefined
  }
  if (minute === undefined || hour === undefined || dayOfMonth === undefined || month === undefined) {
    reportTooFew(fields, second, problems)
    return undefined
  }
  if (dayOfWeek === undefined) {
    reportNoSeconds(fields, second, problems)
    return undefined
  }
  const six = [second, minute, hour, dayOfMonth, month, dayOfWeek] as const
  const seventh = rest[0]
  if (seventh === undefined) return six
  if (rest.length === 1 && /^(\*|\d{4})/.test(seventh.text)) {
    reportYear(six, seventh, problems)
    return six
  }
  reportTooMany(fields, seventh, problems)
  return undefined
}

/** Whether a piece names a time zone: `TZ=…` as some schedulers put in front, or an area with a city. */
function isZone(text: string): boolean {
  return /^(CRON_)?TZ=/.test(text) || /^[A-Z][a-z]+\/[A-Z][A-Za-z_]+$/.test(text)
}
