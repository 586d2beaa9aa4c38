import type { Rule } from '../rule.ts'
import { inspectCron, scheduleRule } from '../schedule-rule.ts'

/** A step over days means other days than in Quartz or Unix cron. */
export const scheduleCronAmbiguousStep: Rule = scheduleRule(
  {
    name: 'schedule/cron-ambiguous-step',
    severity: 'warning',
    summary: 'A step over days means other days than in Quartz or Unix cron.',
    evidence: 'The documented engine counts steps over days of the month from 0, Quartz from 1.',
  },
  inspectCron,
)
