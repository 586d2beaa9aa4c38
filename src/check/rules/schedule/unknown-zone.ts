import type { Rule } from '../../engine/rule.ts'
import { inspectZone, triggerRule } from '../../engine/trigger-rule.ts'

/** A time zone is not a name of the time zone database. */
export const scheduleUnknownZone: Rule = triggerRule(
  {
    name: 'schedule/unknown-zone',
    severity: 'error',
    summary: 'A time zone is not a name of the time zone database.',
    evidence: 'Java falls back to GMT for an unknown name, eight hours off without a word.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.timezone('Asia/Beijing')

      export const right = orders.timezone('Asia/Shanghai')
    `,
  },
  inspectZone,
)
