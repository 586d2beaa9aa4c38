import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A trigger that a person starts has a schedule all the same. */
export const scheduleUnusedCron: Rule = entityRule(
  {
    name: 'schedule/unused-cron',
    severity: 'warning',
    summary: 'A trigger of type Manual has a cron, which it does not follow.',
    evidence: 'The cron belongs to triggers of type Scheduler; inferred that it is ignored elsewhere.',
    example: `
      const orders = (trigger: object) => ({
        kind: 'ManualWorkflow',
        version: '1.1.0',
        spec: { workflows: [{ name: 'orders', script: { path: 'orders', runtime: { command: 'WORKFLOW' } }, trigger }] },
      })

      export const wrong = orders({ type: 'Manual', cron: '00 02 00 * * ?' })

      export const right = orders({ type: 'Manual' })
    `,
  },
  ['Trigger'],
  ({ value }) => {
    if (value['type'] !== 'Manual' || typeof value['cron'] !== 'string') return undefined
    const message = 'A trigger of type Manual does not follow a cron.'
    return { field: 'cron', message, hint: 'Remove the cron.' }
  },
)
