import type { Rule } from '../../engine/rule.ts'
import { inspectCron, triggerRule } from '../../engine/trigger-rule.ts'

/** A cron runs on the 29th of February only. */
export const scheduleCronLeapDay: Rule = triggerRule(
  {
    name: 'schedule/cron-leap-day',
    severity: 'warning',
    summary: 'A cron runs on the 29th of February only.',
    evidence: 'It then runs once in four years, which is seldom meant.',
    example: `
      import { workflow } from 'flowspec'

      // Once in four years.
      export const wrong = workflow('orders').cron('00 02 00 29 2 ?')

      // The last day of February, every year.
      export const right = workflow('orders').cron('00 02 00 L 2 ?')
    `,
  },
  inspectCron,
)
