import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** Whether a list of dependencies says something. */
const isSaid = (list: unknown): boolean => Array.isArray(list) && list.length > 0

/** The body of a document says `flow` where its version says `dependencies`, or both. */
export const documentEdgeField: Rule = entityRule(
  {
    name: 'document/edge-field',
    severity: 'warning',
    summary:
      'A document of version 2.x has its dependencies under `flow`, the word of 1.x, or a document has some under both; a note where a workflow has them so.',
    evidence: 'The reference implementation 2.0.0 writes `dependencies` there, and reads either, but one alone.',
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
  ['Spec', 'Workflow'],
  ({ name, value, parent }) => {
    // Where it has both, that is told of any field in two spellings.
    if (name === 'Workflow') {
      if (!isSaid(value['flow']) || isSaid(value['dependencies'])) return undefined
      const message =
        "The workflow has its dependencies under 'flow', which is read only while it has none under 'dependencies'."
      return { field: 'flow', message, severity: 'info', hint: 'Write dependencies.' }
    }
    if (isSaid(value['flow']) && isSaid(value['dependencies'])) {
      const message = "The document has dependencies under 'flow' and under 'dependencies', and only one list is read."
      const right = /^2\./.test(String(parent?.value['version'])) ? 'dependencies' : 'flow'
      return { field: 'flow', message, hint: `Put all entries into '${right}'.` }
    }
    if (!/^2\./.test(String(parent?.value['version'])) || !Array.isArray(value['flow'])) return undefined
    const message = 'Documents of version 2.x say dependencies where those of 1.x say flow.'
    return { field: 'flow', message, hint: 'Write dependencies.' }
  },
)
