import { quote } from '../quote.ts'
import { remember } from '../remember.ts'
import { firingYears } from './calendar.ts'
import { CronProblems } from './diagnostics.ts'
import { readFields } from './fields.ts'
import { validatedSets } from './judgement.ts'
import { remarkSchedule } from './remarks.ts'
import { buildSchedule, type CronParseResult, type CronSchedule } from './schedule.ts'
import { type SixFields, sixFields } from './six-fields.ts'
import { splitFields } from './tokens.ts'

const longestText = 256
const remembered = 1024

const readRemembered: (text: string) => CronParseResult = /* @__PURE__ */ remember(remembered, readCron)

/**
 * Reads a cron of DataWorks: six fields, `second minute hour day-of-month month day-of-week`, of which the second is
 * `00`. Monday is 1, Sunday 7 or 0; there is no year and no `W`; the day of month takes `L`, the day of week `5L` and
 * `5#2`. The dialect is the one of the help page "DataWorks cron expression" and of `CronExpress` in CreateFile.
 *
 * A text that cannot be used gives all of its faults at once, each with the field, the column and the way out. A cron
 * that can never fire, such as the 30th of February, can be read: its schedule says `neverFires`.
 *
 * @param text - the cron as written; at most 256 characters
 * @returns the schedule, with warnings and notes; or the faults. It is frozen, and remembered by the text
 *
 * @example
 * ```ts
 * import { parseCron } from 'flowspec/schedule'
 *
 * const result = parseCron('00 30 02 ? * MON,FRI')
 * if (result.ok) process.stdout.write(`${result.schedule.daysOfWeek.join(' and ')}\n`)
 * else for (const { column, message } of result.diagnostics) process.stdout.write(`${column}: ${message}\n`)
 * ```
 */
export function parseCron(text: string): CronParseResult {
  // Callers without a compiler, and documents, may bring anything here.
  const given: unknown = text
  if (typeof given !== 'string') {
    return refuse(`The cron has to be text, but is ${quote(given)}.`, '')
  }
  if (given.length > longestText) {
    return refuse(`The cron has ${given.length} characters; at most ${longestText} are read.`, given)
  }
  return readRemembered(given)
}

function refuse(message: string, text: string): CronParseResult {
  const problems = new CronProblems()
  problems.error({
    place: { text, column: 1 },
    message,
    hint: 'Write six fields, as in "00 02 00 * * ?" for 00:02 daily.',
  })
  return failed(problems)
}

function failed(problems: CronProblems): CronParseResult {
  return Object.freeze({ ok: false as const, diagnostics: problems.list() })
}

function readCron(text: string): CronParseResult {
  const problems = new CronProblems()
  const pieces = splitFields(text, problems)
  if (pieces.length === 0) return refuse('The cron is empty.', '')
  const fields = sixFields(pieces, problems)
  const schedule = fields && readSchedule(text, fields, problems)
  if (schedule === undefined) return failed(problems)
  return Object.freeze({ ok: true as const, schedule, diagnostics: problems.list() })
}

function readSchedule(text: string, fields: SixFields, problems: CronProblems): CronSchedule | undefined {
  const sets = readFields(fields, problems)
  if (problems.errorCount > 0) return undefined
  const years = firingYears(sets)
  const schedule = buildSchedule(text, fields, validatedSets(sets, years === 'none'), years === 'none')
  remarkSchedule(schedule, fields, years, problems)
  return schedule
}
