import { showValue } from '../../diagnostics/show-value.ts'
import { remember } from '../remember.ts'
import { firingYears } from './calendar.ts'
import { type CronField, dataworksDialect } from './cron-fields.ts'
import { type CronPiece, CronProblems } from './diagnostics.ts'
import { isWildcard, readFields } from './fields.ts'
import { remarkSchedule, remarkStep } from './remarks.ts'
import { buildSchedule, type CronParseResult, type CronSchedule } from './schedule.ts'
import { type SixFields, sixFields } from './six-fields.ts'
import { splitFields } from './tokens.ts'

const longestText = 256
const remembered = 1024

const readRemembered: (text: string) => CronParseResult = remember(remembered, readCron)

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
    return refuse(`The cron has to be text, but is ${showValue(given)}.`, '')
  }
  if (given.length > longestText) {
    return refuse(`The cron has ${given.length} characters; at most ${longestText} are read.`, given)
  }
  return readRemembered(given)
}

function refuse(message: string, text: string): CronParseResult {
  const problems = new CronProblems()
  problems.error({
    piece: { text, column: 1 },
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

function readSchedule(text: string, written: SixFields, problems: CronProblems): CronSchedule | undefined {
  const fields = narrowFields(written, problems)
  checkSecond(fields[0], problems)
  checkDays(fields[3], fields[5], problems)
  const sets = readFields(fields, dataworksDialect, problems)
  for (const step of sets.steps) remarkStep(step)
  if (problems.errorCount > 0) return undefined
  const years = firingYears(sets)
  const schedule = buildSchedule(text, fields, sets, years)
  remarkSchedule(schedule, fields, years, problems)
  return schedule
}

function narrowFields([second, minute, hour, date, month, weekday]: SixFields, problems: CronProblems): SixFields {
  return [
    narrowField(second, 'second', problems),
    narrowField(minute, 'minute', problems),
    narrowField(hour, 'hour', problems),
    narrowField(date, 'day-of-month', problems),
    narrowField(month, 'month', problems),
    narrowField(weekday, 'day-of-week', problems),
  ]
}

/** The full-width forms of the printable ASCII characters, which lie this far above them. */
const wideCharacter = /[\uFF01-\uFF5E]/g
const distance = 0xfee0

/**
 * Reports a field that holds full-width characters, as an input method for Chinese types them (`？` for `?`), and gives
 * it as it was meant, so that its other faults are found as well.
 */
function narrowField(piece: CronPiece, field: CronField, problems: CronProblems): CronPiece {
  const text = piece.text.replace(wideCharacter, (wide) => String.fromCharCode(wide.charCodeAt(0) - distance))
  if (text === piece.text) return piece
  problems.error({
    field,
    piece,
    message: `The ${field.replaceAll('-', ' ')} ${showValue(piece.text)} has full-width characters.`,
    hint: `Write ${showValue(text)}.`,
  })
  return { text, column: piece.column }
}

function checkSecond(second: CronPiece, problems: CronProblems): void {
  if (/^0{1,2}$/.test(second.text)) return
  problems.error({
    field: 'second',
    piece: second,
    message: `The second ${showValue(second.text)} has to be 00: DataWorks does not schedule by the second.`,
    hint: 'Write 00.',
  })
}

function checkDays(dayOfMonth: CronPiece, dayOfWeek: CronPiece, problems: CronProblems): void {
  if (isWildcard(dayOfMonth.text) || isWildcard(dayOfWeek.text)) return
  const days = `day of month ${showValue(dayOfMonth.text)} and day of week ${showValue(dayOfWeek.text)}`
  problems.error({
    field: 'day-of-week',
    piece: dayOfWeek,
    message: `The cron restricts both ${days}, which schedulers combine in different ways.`,
    hint: 'Write ? for one of the two.',
  })
}
