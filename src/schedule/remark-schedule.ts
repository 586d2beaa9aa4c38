import type { CronProblems } from './cron-problems.ts'
import type { CronSchedule } from './cron-schedule.ts'
import type { FiringYears } from './firing-years.ts'
import { quote } from './quote.ts'
import type { SixFields } from './six-fields.ts'

const shortestDocumentedInterval = 5

/** Says what may surprise about a cron as a whole. */
export function remarkSchedule(
  schedule: CronSchedule,
  fields: SixFields,
  years: FiringYears,
  problems: CronProblems,
): void {
  const [, minute, , dayOfMonth] = fields
  const interval = schedule.minIntervalMinutes
  if (interval !== undefined && interval < shortestDocumentedInterval) {
    const unit = interval === 1 ? 'minute' : 'minutes'
    problems.warn('schedule/cron-short-interval', {
      field: 'minute',
      place: minute,
      message: `The cron runs again after ${interval} ${unit}; not every edition of DataWorks runs a node more often than every five.`,
      hint: 'Leave at least five minutes between two runs, or make sure that your edition allows less.',
    })
  }
  if (years === 'leap') {
    problems.warn('schedule/cron-leap-day', {
      field: 'day-of-month',
      place: dayOfMonth,
      message: `The day of month ${quote(dayOfMonth.text)} falls on the 29th of February alone, so the cron runs in leap years only.`,
      hint: 'For the last day of every February write L.',
    })
  }
}
