import type { Rule } from '../../engine/rule.ts'
import { inspectCron, triggerRule } from '../../engine/trigger-rule.ts'

/** A step over days means other days than in Quartz or Unix cron. */
export const scheduleCronAmbiguousStep: Rule = triggerRule(
  {
    name: 'schedule/cron-ambiguous-step',
    severity: 'warning',
    summary: 'A step over days means other days than in Quartz or Unix cron.',
    evidence: 'The documented engine counts steps over days of the month from 0, Quartz from 1.',
    example: `
      import { workflow } from 'flowspec'

      // A star and a step: even days here, odd days in Quartz.
      export const wrong = workflow('orders').cron('00 02 00 */2 * ?')

      // Days by name mean the same everywhere.
      export const right = workflow('orders').cron('00 02 00 1,15 * ?')
    `,
  },
  inspectCron,
)
