import type { CronField } from '../cron-field.ts'
import { CronProblems } from '../cron-problems.ts'
import { readFields } from '../read-fields.ts'
import type { SixFields } from '../six-fields.ts'
import { carryFields } from './carry-fields.ts'
import type { CronConversion } from './cron-conversion.ts'
import type { CronDialect } from './cron-dialect.ts'
import type { ForeignFields } from './read-foreign-fields.ts'
import { refusedFields } from './refused-fields.ts'

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
