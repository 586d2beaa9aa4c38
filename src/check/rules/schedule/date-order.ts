import type { Rule } from '../../engine/rule.ts'
import { inspectWindow, triggerRule } from '../../engine/trigger-rule.ts'

/** endTime is before startTime. */
export const scheduleDateOrder: Rule = triggerRule(
  {
    name: 'schedule/date-order',
    severity: 'error',
    summary: 'endTime is before startTime.',
    evidence: 'A node is scheduled only within startTime to endTime.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?').startTime('2026-07-01 00:00:00')

      export const wrong = orders.endTime('2026-06-30 23:59:59')

      export const right = orders.endTime('2027-06-30 23:59:59')
    `,
  },
  inspectWindow,
)
