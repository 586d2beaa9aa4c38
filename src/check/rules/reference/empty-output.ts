import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** An output is given by neither its string nor a node. */
export const referenceEmptyOutput: Rule = entityRule(
  {
    name: 'reference/empty-output',
    severity: 'error',
    summary: 'An entry of nodeOutputs has neither data nor nodeId.',
    evidence:
      'The official schema requires one of the two. The node documentation leaves both out of the output that the service makes itself, with sourceType System: a warning.',
    example: `
      import { virtual, workflow } from 'flowspec'

      const start = (output: object) => virtual('start').extra({ outputs: { nodeOutputs: [output] } })
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(start({ artifactType: 'NodeOutput', refTableName: 'start' }))

      export const right = orders.nodes(start({ artifactType: 'NodeOutput', data: 'retail.start' }))
    `,
  },
  ['NodeOutput'],
  ({ value }) => {
    const given = value['data'] ?? value['nodeId'] ?? undefined
    if (given !== undefined) return undefined
    const isOfSystem = value['sourceType'] === 'System' && (value['refTableName'] ?? undefined) !== undefined
    const message = 'This output has neither data nor nodeId.'
    return {
      field: '',
      message,
      hint: 'Give data, the output string.',
      ...(isOfSystem ? { severity: 'warning' as const } : {}),
    }
  },
)
