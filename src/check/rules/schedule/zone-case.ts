import type { Rule } from '../../engine/rule.ts'
import { inspectZone, triggerRule } from '../../engine/trigger-rule.ts'

/** A time zone is not written in its exact case. */
export const scheduleZoneCase: Rule = triggerRule(
  {
    name: 'schedule/zone-case',
    severity: 'error',
    summary: 'A time zone is not written in its exact case.',
    evidence: 'Java knows names in exact case only, and falls back to GMT for others.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.timezone('asia/shanghai')

      export const right = orders.timezone('Asia/Shanghai')
    `,
  },
  inspectZone,
)
