import type { Entity } from '../../../document/index/entity.ts'
import { eachNodeRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** Whether this is a number of so many digits that, read as a JavaScript number, comes out as just this text. */
function isRounded(text: unknown): text is string {
  return typeof text === 'string' && text.endsWith('00') && /^\d{17,21}$/.test(text) && String(Number(text)) === text
}

/** An id looks like one that lost its last digits on the way through a JavaScript number. */
export const referenceRoundedId: Rule = eachNodeRule(
  {
    name: 'reference/rounded-id',
    severity: 'warning',
    summary: 'An id ends in zeros, as one does whose last digits were lost when it was read as a number.',
    evidence: 'Ids have 19 digits, numbers of JSON tools about 16; edges on rounded ids are dropped without a word.',
    example: `
    import { virtual, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    // JSON.parse made a number of the id, and JSON.stringify wrote the number.
    export const wrong = orders.nodes(virtual('start').id('7635763838174671000'))

    export const right = orders.nodes(virtual('start').id('7635763838174670470'))
  `,
  },
  (index, report) => {
    const look = (entity: Entity, field: string): void => {
      const id = entity.value[field]
      if (!isRounded(id)) return
      const hint = 'Ids are text; compare it with the service.'
      report(findingAt(entity, field, { message: `${field} is "${id}", which looks rounded.`, hint }))
    }
    for (const workflow of index.eachEntity('Workflow')) look(workflow, 'id')
    // What stands in the document is looked at there; a node that is not there is another rule's.
    for (const edge of index.edges) {
      if ((edge.upstream ?? edge.upstreamWorkflow) === undefined) look(edge.entity, 'output')
    }
    return (_entry, node) => look(node, 'id')
  },
)
