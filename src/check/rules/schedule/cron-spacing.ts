import type { Rule } from '../../engine/rule.ts'
import { inspectCron, triggerRule } from '../../engine/trigger-rule.ts'

/** The fields of a cron are not separated by single spaces. */
export const scheduleCronSpacing: Rule = triggerRule(
  {
    name: 'schedule/cron-spacing',
    severity: 'warning',
    summary: 'The fields of a cron are not separated by single spaces.',
    evidence: 'The documented engine splits at spaces only; one space between fields is what the console writes.',
    example: `
      import { workflow } from 'flowspec'

      export const wrong = workflow('orders').cron('00 02 00  * * ?')

      export const right = workflow('orders').cron('00 02 00 * * ?')
    `,
  },
  inspectCron,
)
