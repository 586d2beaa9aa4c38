import type { Rule } from '../../engine/rule.ts'
import { inspectZone, triggerRule } from '../../engine/trigger-rule.ts'

/** A time zone is a fixed offset such as GMT+8. */
export const scheduleZoneFixedOffset: Rule = triggerRule(
  {
    name: 'schedule/zone-fixed-offset',
    severity: 'warning',
    summary: 'A time zone is a fixed offset such as GMT+8.',
    evidence: 'Official samples hold GMT+8; the documentation names Asia/Shanghai.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.timezone('GMT+8')

      export const right = orders.timezone('Asia/Shanghai')
    `,
  },
  inspectZone,
)
