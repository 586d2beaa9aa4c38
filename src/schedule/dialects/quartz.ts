import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import {
  type CronField,
  dataworksDialect,
  dayOfMonthSpec,
  dayOfWeekSpec,
  hourSpec,
  minuteSpec,
  monthSpec,
} from '../cron/cron-fields.ts'
import { type CronPiece, CronProblems } from '../cron/diagnostics.ts'
import { readFields } from '../cron/fields.ts'
import { parseCron } from '../cron/parse.ts'
import { type SixFields, sixFields } from '../cron/six-fields.ts'
import { splitFields } from '../cron/tokens.ts'
import { daysPerWeek } from '../time-units.ts'
import { type CronConversion, type CronNote, carryFields, refusedFields } from './conversion.ts'
import { carryToDataWorks, type ForeignDialect, foreignPieces } from './to-dataworks.ts'

const weekdayCount = 'Quartz counts days from Sunday, 1, and DataWorks from Monday, 1'

/** Quartz: Sunday is 1; the steps of `*` begin with the first day of a month. */
const quartzDialect: ForeignDialect = {
  name: 'Quartz',
  minute: { ...minuteSpec, longestStep: 59 },
  hour: { ...hourSpec, longestStep: 23 },
  dayOfMonth: { ...dayOfMonthSpec, stepStart: 1, longestStep: 31 },
  month: { ...monthSpec, longestStep: 12 },
  dayOfWeek: {
    ...dayOfWeekSpec,
    max: 6,
    longestStep: 7,
    // What is no day of Quartz is left to be refused.
    toCronParser: (number) => (/^0?[1-7]$/.test(number) ? `${Number(number) - 1}` : '8'),
    allowed: '1 (Sunday) to 7 (Saturday), SUN to SAT, L, 6L (the last Friday), 6#2 (the second Friday), or ? alone',
  },
  wraps: true,
  loneLast: true,
  unsupported: 'schedule/cron-not-carried',
  weekdayCount,
}

/**
 * Carries a cron of Quartz, such as Java programs, Databricks and older DolphinScheduler have, to DataWorks. The two look
 * alike and differ: Quartz counts the days of the week from Sunday, lets ranges run over the end of a field, and begins
 * the steps of a `*` in the day of month with the first. What differs is written in another way and noted.
 *
 * Around clock changes the two differ in one thing that no cron can say: a run of a daily schedule whose time the clock
 * skips is dropped by Quartz, and moved on as a dry run by DataWorks.
 *
 * @param text - six fields, or seven with the year `*`; at most 256 characters
 * @returns the cron for DataWorks, and what had to be written in another way
 * @throws FlowSpecError naming each field that cannot be carried: seconds other than 0, a year other than `*`, the
 *   nearest weekday (`W`), days counted back from the last (`L-3`); and for what Quartz refuses
 *
 * @example
 * ```ts
 * import { fromQuartzCron } from 'flowspec/schedule'
 *
 * const { cron, notes } = fromQuartzCron('0 0 9 ? * 2-6')
 * process.stdout.write(`${cron}\n`)
 * for (const { message } of notes) process.stdout.write(`${message}\n`)
 * ```
 */
export function fromQuartzCron(text: string): CronConversion {
  const pieces = foreignPieces(text, quartzDialect.name)
  const problems = new CronProblems()
  const six = quartzFields(pieces, problems)
  if (six === undefined) throw new FlowSpecError(problems.list())
  checkSecond(six[0], problems)
  const year = pieces[6]
  if (year !== undefined) checkYear(year, problems)
  checkQuestionMarks(six, problems)
  const meant = readFields(six, quartzDialect, problems)
  if (problems.errorCount > 0) throw new FlowSpecError(problems.list())
  const { cron, notes } = carryToDataWorks(six, meant, quartzDialect)
  return Object.freeze({ cron, notes: Object.freeze(year === undefined ? notes : [...notes, yearNote(year)]) })
}

/** The six fields before the year, or undefined when there are more or fewer. */
function quartzFields(pieces: readonly CronPiece[], problems: CronProblems): SixFields | undefined {
  const [second, minute, hour, date, month, weekday, , ...rest] = pieces
  if (second && minute && hour && date && month && weekday && rest.length === 0) {
    return [second, withBase(minute), withBase(hour), withBase(date), withBase(month), withBase(weekday)]
  }
  const last = pieces.at(-1) ?? { text: '', column: 1 }
  problems.error({
    ...(pieces.length === 5 ? { field: 'second' as const } : {}),
    piece: last,
    message: `A Quartz cron has six fields, or seven with a year, but this one has ${pieces.length}.`,
    hint: pieces.length === 5 ? 'If it is a Unix cron, use fromUnixCron.' : 'An example is "0 0 9 ? * MON-FRI".',
  })
  return undefined
}

/** Quartz takes a step without a base, `/5`, for one over every value, as everybody writes with a `*`. */
function withBase({ text, column }: CronPiece): CronPiece {
  return { text: text.replaceAll(/(^|,)\//g, '$1*/'), column }
}

function checkSecond(second: CronPiece, problems: CronProblems): void {
  if (/^0{1,2}$/.test(second.text)) return
  problems.refuse('schedule/cron-not-carried', {
    field: 'second',
    piece: second,
    message: `The second ${showValue(second.text)} is not 0: DataWorks does not schedule by the second.`,
    hint: 'Choose one run a minute at most, and write 0.',
  })
}

function isEveryYear(year: CronPiece): boolean {
  return year.text === '*' || year.text === '*/1'
}

function checkYear(year: CronPiece, problems: CronProblems): void {
  if (isEveryYear(year)) return
  problems.refuse('schedule/cron-not-carried', {
    field: 'year',
    piece: year,
    message: `The year ${showValue(year.text)} cannot be carried: DataWorks has no years in its crons.`,
    hint: 'Leave it out, and bound the schedule with startTime and endTime instead.',
  })
}

function yearNote(year: CronPiece): CronNote {
  const message = `The year ${showValue(year.text)} is left out: DataWorks has no years, and every year is meant.`
  return Object.freeze({ field: 'year', message })
}

/** Quartz wants `?` in one of the two day fields; without it, what is meant depends on who reads it. */
function checkQuestionMarks([, , , date, , weekday]: SixFields, problems: CronProblems): void {
  const marks = [date, weekday].filter(({ text }) => text === '?').length
  if (marks === 1) return
  const days = `day of month ${showValue(date.text)} and day of week ${showValue(weekday.text)}`
  const fault = marks === 2 ? 'has ? in both' : 'needs ? in one of'
  problems.error({
    field: 'day-of-week',
    piece: weekday,
    message: `Quartz refuses this cron, which ${fault} ${days}.`,
    hint: 'Write ? for the one that restricts nothing. Spring, which takes such crons, counts days as DataWorks does.',
  })
}

/**
 * Carries a cron of DataWorks to Quartz: six fields, without a year. Every cron of DataWorks can be carried.
 *
 * @param text - a cron as `parseCron` takes it
 * @returns the cron for Quartz, and what had to be written in another way, such as the days of the week
 * @throws FlowSpecError with the faults that `parseCron` finds
 *
 * @example
 * ```ts
 * import { toQuartzCron } from 'flowspec/schedule'
 *
 * process.stdout.write(`${toQuartzCron('00 00 03 ? * 1,5').cron}\n`)
 * ```
 */
export function toQuartzCron(text: string): CronConversion {
  const result = parseCron(text)
  if (!result.ok) throw new FlowSpecError(result.diagnostics)
  const problems = new CronProblems()
  const written = sixFields(splitFields(text, problems), problems)
  if (written === undefined) throw new FlowSpecError(problems.list())
  const read = readFields(written, quartzDialect, problems)
  const { cron, notes } = carryFields({
    written,
    meant: readFields(written, dataworksDialect, new CronProblems()),
    read,
    refused: refusedFields(problems),
    weekday: (day) => (day % daysPerWeek) + 1,
    reason,
  })
  const date = cron.split(' ')[3] ?? ''
  if (!date.includes(',') || !date.includes('L')) return { cron, notes }
  const message = `The day of month "${date}" has L in a list, which Quartz 2.3 refuses and later versions take.`
  return Object.freeze({ cron, notes: Object.freeze([...notes, Object.freeze({ field: 'day-of-month', message })]) })
}

function reason(field: CronField, text: string): string {
  if (field === 'day-of-week') return weekdayCount
  if (field === 'day-of-month' && text.includes('*/')) return 'the steps of * begin with day 1 in Quartz'
  return 'Quartz refuses a step longer than the field'
}
