import { showValue } from '../../../diagnostics/show-value.ts'
import type { Entity } from '../../../document/index/entity.ts'
import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const mostOfWorkflow = 100_000
const mostOfNode = 10_000

/** The most instances that may run at a time: of a node, or of all nodes of a workflow. */
function mostOf({ name, parent }: Entity): number {
  return name === 'Node' || parent?.name === 'Node' ? mostOfNode : mostOfWorkflow
}

/** More instances of a workflow or node may run at a time than the service takes. */
export const strategyConcurrency: Rule = entityRule(
  {
    name: 'strategy/concurrency',
    severity: 'warning',
    summary: 'maxInternalConcurrency is more than 100,000 for a workflow, or than 10,000 for a node.',
    evidence:
      'The page of triggered workflows: at most 100,000 instances run at a time; the page of scheduling: of a node 1 to 10,000.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.strategy({ maxInternalConcurrency: 200_000 })

      // Without a limit it is 0.
      export const right = orders.strategy({ maxInternalConcurrency: 0 })
    `,
  },
  ['Strategy', 'Node'],
  (entity) => {
    const { maxInternalConcurrency } = entity.value
    const given = asNumber(maxInternalConcurrency)
    const most = mostOf(entity)
    return given !== undefined && given > most
      ? {
          field: 'maxInternalConcurrency',
          message: `${showValue(maxInternalConcurrency)} instances at a time are more than ${most}.`,
        }
      : undefined
  },
)
