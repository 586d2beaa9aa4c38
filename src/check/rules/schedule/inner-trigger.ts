import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** Whether the service gave a node its time: it writes one in the first half hour of the day to nodes that have none. */
function isOfService({ id, cron }: Readonly<Record<string, unknown>>): boolean {
  return /^\d{15,}$/.test(String(id)) && /^00 [0-2]\d 00 \* \* \?$/.test(String(cron))
}

/** A node inside a workflow has a schedule of its own. */
export const scheduleInnerTrigger: Rule = entityRule(
  {
    name: 'schedule/inner-trigger',
    severity: 'info',
    summary:
      'A node inside a workflow has a cron of its own, other than that of the workflow and those that the service writes.',
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
    if (cron === workflow.child('trigger')?.value['cron'] || isOfService(trigger.value)) return undefined
    return { field: 'cron', message: 'Nodes of a workflow follow its trigger, not one of their own.' }
  },
)
