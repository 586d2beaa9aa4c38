import { hasShape } from '../../document/entity.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/**
 * A trigger follows a cron, and has none.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 *
 * export const wrong = workflow('orders').timezone('Asia/Shanghai')
 *
 * export const right = workflow('orders').timezone('Asia/Shanghai').cron('00 02 00 * * ?')
 * ```
 */
export const scheduleMissingCron: Rule = {
  name: 'schedule/missing-cron',
  severity: 'error',
  summary: 'A trigger of type Scheduler has no cron.',
  evidence: 'A Scheduler trigger must include a cron expression.',
  run(index, report) {
    for (const trigger of index.entitiesOf('Trigger')) {
      if (!hasShape(trigger) || trigger.value['type'] !== 'Scheduler') continue
      if ((trigger.value['cron'] ?? undefined) !== undefined) continue
      const message = 'A trigger of type Scheduler has no cron.'
      report(
        findingAt(trigger, '', { message, hint: "Add one, for example .cron('00 02 00 * * ?') for 00:02 every day." }),
      )
    }
  },
}
