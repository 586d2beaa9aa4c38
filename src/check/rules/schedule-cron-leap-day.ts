import type { Rule } from '../rule.ts'
import { inspectCron, scheduleRule } from '../schedule-rule.ts'

/** A cron runs on the 29th of February only. */
export const scheduleCronLeapDay: Rule = scheduleRule(
  {
    name: 'schedule/cron-leap-day',
    severity: 'warning',
    summary: 'A cron runs on the 29th of February only.',
    evidence: 'It then runs once in four years, which is seldom meant.',
  },
  inspectCron,
)
