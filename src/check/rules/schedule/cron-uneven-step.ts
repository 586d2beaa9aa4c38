import type { Rule } from '../../engine/rule.ts'
import { inspectCron, triggerRule } from '../../engine/trigger-rule.ts'

/** A step does not divide its range, so one gap is shorter than the others. */
export const scheduleCronUnevenStep: Rule = triggerRule(
  {
    name: 'schedule/cron-uneven-step',
    severity: 'info',
    summary: 'A step does not divide its range, so one gap is shorter than the others.',
    evidence: 'Follows from how steps are counted.',
    example: `
      import { workflow } from 'flowspec'

      // At 0, 25 and 50 minutes, and then at 0 again.
      export const wrong = workflow('orders').cron('00 00/25 * * * ?')

      export const right = workflow('orders').cron('00 00/20 * * * ?')
    `,
  },
  inspectCron,
)
