import { itemsOf } from '../../../document/json/records.ts'
import { structureInField } from '../../../language/structures.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A branch or join has no arms. */
export const controlMissingArms: Rule = entityRule(
  {
    name: 'control/missing-arms',
    severity: 'warning',
    summary: 'A branch or a join has no arms.',
    evidence: 'The official schema wants one at least. A branch without arms leads nowhere, a join waits for nothing.',
    example: `
      import { branch, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(branch('route'))

      export const right = orders.nodes(branch('route').arm('always', '1 == 1'))
    `,
  },
  ['Branch', 'Join'],
  ({ field, value }) => {
    if (itemsOf(value['branches']).length > 0) return undefined
    const name = structureInField(field)?.name ?? field
    return { field: '', message: `This ${name} has no arms.`, hint: 'Add .arm(…).' }
  },
)
