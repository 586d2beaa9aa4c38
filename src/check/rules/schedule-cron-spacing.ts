import type { Rule } from '../rule.ts'
import { inspectCron, scheduleRule } from '../schedule-rule.ts'

/**
 * The fields of a cron are not separated by single spaces.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 *
 * export const wrong = workflow('orders').cron('00 02 00  * * ?')
 *
 * export const right = workflow('orders').cron('00 02 00 * * ?')
 * ```
 */
export const scheduleCronSpacing: Rule = scheduleRule(
  {
    name: 'schedule/cron-spacing',
    severity: 'warning',
    summary: 'The fields of a cron are not separated by single spaces.',
    evidence: 'The documented engine splits at spaces only; one space between fields is what the console writes.',
  },
  inspectCron,
)
