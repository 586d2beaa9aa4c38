import type { Rule } from '../rule.ts'
import { inspectCron, scheduleRule } from '../schedule-rule.ts'

/** A step does not divide its range, so one gap is shorter than the others. */
export const scheduleCronUnevenStep: Rule = scheduleRule(
  {
    name: 'schedule/cron-uneven-step',
    severity: 'info',
    summary: 'A step does not divide its range, so one gap is shorter than the others.',
    evidence: 'Follows from how steps are counted.',
  },
  inspectCron,
)
