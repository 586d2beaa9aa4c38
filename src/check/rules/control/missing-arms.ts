import { childEntities } from '../../../document/index/entity.ts'
import { structureInField } from '../../../language/structures.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'
import { isFieldFaulty } from '../../engine/unread-parts.ts'

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
  (entity) => {
    const { field, value } = entity
    if (isFieldFaulty(entity, 'branches') || childEntities(entity, 'branches').length > 0) return undefined
    // Texts in the list refer to arms that stand elsewhere.
    if (Array.isArray(value['branches']) && value['branches'].length > 0) return undefined
    const name = structureInField(field)?.name ?? field
    return { field: '', message: `This ${name} has no arms.`, hint: 'Add .arm(…).' }
  },
)
