import type { Rule } from '../rule.ts'
import { inspectWindow, scheduleRule } from '../schedule-rule.ts'

/** startTime or endTime is not a date of the form yyyy-MM-dd HH:mm:ss. */
export const scheduleDateSyntax: Rule = scheduleRule(
  {
    name: 'schedule/date-syntax',
    severity: 'error',
    summary: 'startTime or endTime is not a date of the form yyyy-MM-dd HH:mm:ss.',
    evidence: 'ListNodes: times have this form and no time zone.',
  },
  inspectWindow,
)
