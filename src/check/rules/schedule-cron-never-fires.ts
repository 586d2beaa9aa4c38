import type { Rule } from '../rule.ts'
import { inspectCron, scheduleRule } from '../schedule-rule.ts'

/** A cron names dates that do not exist, such as the 30th of February. */
export const scheduleCronNeverFires: Rule = scheduleRule(
  {
    name: 'schedule/cron-never-fires',
    severity: 'error',
    summary: 'A cron names dates that do not exist, such as the 30th of February.',
    evidence: 'The scheduler accepts such a cron and never runs it.',
  },
  inspectCron,
)
