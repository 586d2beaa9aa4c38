import { readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** Most nodes of a workflow that starts otherwise than by schedule. */
const most: ReadonlyMap<string | undefined, number> = new Map([
  ['ManualWorkflow', 200],
  ['TriggerWorkflow', 400],
])

/** A workflow has more nodes than the service takes. */
export const graphNodeCount: Rule = entityRule(
  {
    name: 'graph/node-count',
    severity: 'warning',
    summary: 'A manual workflow has more than 200 nodes, or a triggered one more than 400.',
    evidence: 'Pages of manually triggered and of triggered workflows; for scheduled ones no number is documented.',
    example: `
      import { manualWorkflow, virtual } from 'flowspec'

      const many = (count: number) => Array.from({ length: count }, (_, place) => virtual(\`node_\${place}\`))

      export const wrong = manualWorkflow('orders').nodeList(many(201))

      export const right = manualWorkflow('orders').nodeList(many(200))
    `,
  },
  ['Workflow'],
  ({ value, parent }) => {
    const limit = most.get(readText(value, 'type') ?? readText(parent?.parent?.value, 'kind'))
    const { nodes } = value
    if (limit === undefined || !Array.isArray(nodes) || nodes.length <= limit) return undefined
    return {
      field: 'nodes',
      message: `The workflow has ${nodes.length} nodes; at most ${limit} are documented.`,
      hint: 'Divide it into several workflows.',
    }
  },
)
