import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'
import { errorSeverity } from '../../engine/trigger-rule.ts'

/** A trigger follows a cron, and has none. */
export const scheduleMissingCron: Rule = entityRule(
  {
    name: 'schedule/missing-cron',
    severity: 'error',
    summary: 'A trigger of type Scheduler has no cron.',
    evidence: 'A Scheduler trigger must include a cron expression.',
    example: `
      import { workflow } from 'flowspec'

      export const wrong = workflow('orders').timezone('Asia/Shanghai')

      export const right = workflow('orders').timezone('Asia/Shanghai').cron('00 02 00 * * ?')
    `,
  },
  ['Trigger'],
  (trigger) => {
    const { value } = trigger
    if (value['type'] !== 'Scheduler' || (value['cron'] ?? undefined) !== undefined) return undefined
    const message = 'A trigger of type Scheduler has no cron.'
    return {
      field: '',
      message,
      severity: errorSeverity(trigger),
      hint: "Add one, for example .cron('00 02 00 * * ?') for 00:02 every day.",
    }
  },
)
