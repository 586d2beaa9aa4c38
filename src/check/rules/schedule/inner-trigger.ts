import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A node inside a workflow has a schedule of its own. */
export const scheduleInnerTrigger: Rule = entityRule(
  {
    name: 'schedule/inner-trigger',
    severity: 'info',
    summary: 'A node inside a workflow has a cron of its own, other than that of the workflow.',
    evidence: 'Nodes of a workflow follow its one trigger; the service shows times of their own when they are read.',
    example: `
      import { virtual, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      // The node runs when the workflow does, and not at half past five.
      export const wrong = orders.nodes(virtual('start').extra({ trigger: { type: 'Scheduler', cron: '00 30 05 * * ?' } }))

      export const right = orders.nodes(virtual('start'))
    `,
  },
  ['Trigger'],
  (trigger) => {
    const workflow = trigger.parent?.name === 'Node' ? trigger.parent.parent : undefined
    const { type, cron } = trigger.value
    if (workflow?.name !== 'Workflow' || type !== 'Scheduler' || typeof cron !== 'string') return undefined
    if (cron === workflow.child('trigger')?.value['cron']) return undefined
    return { field: 'cron', message: 'Nodes of a workflow follow its trigger, not one of their own.' }
  },
)
