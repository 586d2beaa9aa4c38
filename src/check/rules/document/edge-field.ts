import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A document of version 2.0.0 says `flow`. */
export const documentEdgeField: Rule = entityRule(
  {
    name: 'document/edge-field',
    severity: 'warning',
    summary: 'A document of version 2.x has its dependencies under `flow`, the word of 1.x.',
    evidence: 'The reference implementation 2.0.0 writes `dependencies` there, and reads either.',
    example: `
      const script = { path: 'retail/ods', runtime: { command: 'VIRTUAL' } }
      const edges = [{ nodeId: 'ods', depends: [{ type: 'Normal', output: 'retail_root' }] }]
      const document = (spec: object) => ({
        kind: 'Node',
        version: '2.0.0',
        spec: { nodes: [{ id: 'ods', name: 'ods', script }], ...spec },
      })

      export const wrong = document({ flow: edges })

      export const right = document({ dependencies: edges })
    `,
  },
  ['Spec'],
  ({ value, parent }) => {
    if (!/^2\./.test(String(parent?.value['version'])) || !Array.isArray(value['flow'])) return undefined
    const message = 'Documents of version 2.x say dependencies where those of 1.x say flow.'
    return { field: 'flow', message, hint: 'Write dependencies.' }
  },
)
