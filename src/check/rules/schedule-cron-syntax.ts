import type { Rule } from '../rule.ts'
import { inspectCron, scheduleRule } from '../schedule-rule.ts'

/** A cron is not of the DataWorks dialect: six fields, seconds 00, Monday is 1. */
export const scheduleCronSyntax: Rule = scheduleRule(
  {
    name: 'schedule/cron-syntax',
    severity: 'error',
    summary: 'A cron is not of the DataWorks dialect: six fields, seconds 00, Monday is 1.',
    evidence: 'DataWorks cron expression page; CreateFile, parameter CronExpress.',
  },
  inspectCron,
)
