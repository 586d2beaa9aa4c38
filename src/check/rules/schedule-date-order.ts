import type { Rule } from '../rule.ts'
import { inspectWindow, scheduleRule } from '../schedule-rule.ts'

/** endTime is before startTime. */
export const scheduleDateOrder: Rule = scheduleRule(
  {
    name: 'schedule/date-order',
    severity: 'error',
    summary: 'endTime is before startTime.',
    evidence: 'A node is scheduled only within startTime to endTime.',
  },
  inspectWindow,
)
