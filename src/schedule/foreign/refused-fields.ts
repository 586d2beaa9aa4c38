import type { CronField } from '../cron-field.ts'
import type { CronProblems } from '../cron-problems.ts'

/** The fields in which an error was found. */
export function refusedFields(problems: CronProblems): ReadonlySet<CronField | undefined> {
  const errors = problems.list().filter(({ severity }) => severity === 'error')
  return new Set(errors.map(({ field }) => field))
}
