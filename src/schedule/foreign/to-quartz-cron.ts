import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { CronField } from '../cron-field.ts'
import { CronProblems } from '../cron-problems.ts'
import { parseCron } from '../parse-cron.ts'
import { readFields } from '../read-fields.ts'
import { sixFields } from '../six-fields.ts'
import { splitFields } from '../split-fields.ts'
import { carryFields } from './carry-fields.ts'
import type { CronConversion } from './cron-conversion.ts'
import { quartzDialect } from './cron-dialect.ts'
import { readForeignFields } from './read-foreign-fields.ts'
import { refusedFields } from './refused-fields.ts'

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
  const read = readForeignFields(written, quartzDialect, problems)
  const { cron, notes } = carryFields({
    written,
    meant: readFields(written, new CronProblems()),
    read,
    refused: refusedFields(problems),
    weekday: quartzDialect.ownWeekday,
    reason,
  })
  const date = cron.split(' ')[3] ?? ''
  if (!date.includes(',') || !date.includes('L')) return { cron, notes }
  const message = `The day of month "${date}" has L in a list, which Quartz 2.3 refuses and later versions take.`
  return Object.freeze({ cron, notes: Object.freeze([...notes, Object.freeze({ field: 'day-of-month', message })]) })
}

function reason(field: CronField, text: string): string {
  if (field === 'day-of-week') return quartzDialect.weekdayCount
  if (field === 'day-of-month' && text.includes('*/')) return 'the steps of * begin with day 1 in Quartz'
  return 'Quartz refuses a step longer than the field'
}
