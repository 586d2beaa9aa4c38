import type { Rule } from '../../engine/rule.ts'
import { inspectCron, triggerRule } from '../../engine/trigger-rule.ts'

/** A cron runs more often than every five minutes. */
export const scheduleCronShortInterval: Rule = triggerRule(
  {
    name: 'schedule/cron-short-interval',
    severity: 'warning',
    summary: 'A cron runs more often than every five minutes.',
    evidence: 'The API and older pages name five minutes as the shortest interval, newer pages one minute.',
    example: `
      import { workflow } from 'flowspec'

      export const wrong = workflow('orders').cron('00 00/2 * * * ?')

      export const right = workflow('orders').cron('00 00/5 * * * ?')
    `,
  },
  inspectCron,
)
