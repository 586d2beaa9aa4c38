import { hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'
import { isFieldFaulty } from '../../engine/unread-parts.ts'

/** A workflow has no nodes. */
export const graphEmptyWorkflow: Rule = {
  name: 'graph/empty-workflow',
  severity: 'info',
  summary: 'A workflow of version 1.x has no nodes.',
  evidence:
    'Nothing runs in it. CreateWorkflowDefinition takes it so, for nodes are created by calls of their own; in version 2.0.0 they are documents of their own.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    export const wrong = workflow('orders').cron('00 02 00 * * ?')

    export const right = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
  `,
  run(index, report) {
    // Nodes of the document's body may be those of its workflow.
    if (index.nodes.length > 0 && index.entitiesOf('Workflow').length < 2) return
    for (const { entity, nodes } of index.flows) {
      if (entity.name !== 'Workflow' || nodes.length > 0 || !hasShape(entity) || isFieldFaulty(entity, 'nodes'))
        continue
      if (readText(entity.parent?.parent?.value, 'version')?.startsWith('2.')) continue
      const name = readText(entity.value, 'name') ?? ''
      report(findingAt(entity, '', { message: `Workflow '${name}' has no nodes.`, hint: 'Add .nodes(…).' }))
    }
  },
}
