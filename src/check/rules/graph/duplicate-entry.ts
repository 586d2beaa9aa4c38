import { hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { parseReference } from '../../../document/references.ts'
import { isCircular } from '../../../graph/moments.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** Two entries of dependencies belong to one node or workflow. */
export const graphDuplicateEntry: Rule = {
  name: 'graph/duplicate-entry',
  severity: 'warning',
  summary: 'Two entries of dependencies belong to one node or workflow.',
  evidence: 'One entry has all that a node depends on; which of two is read is not documented.',
  example: `
    const nodes = ['start', 'ods'].map((name) => ({
      id: name,
      name,
      script: { path: \`retail/\${name}\`, runtime: { command: 'VIRTUAL' } },
      outputs: { nodeOutputs: [{ data: name, artifactType: 'NodeOutput' }] },
      trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
    }))
    const start = { type: 'Normal', output: 'start' }
    const itself = { type: 'CrossCycleDependsOnSelf' }
    const document = (...lists: object[][]) => ({
      kind: 'CycleWorkflow',
      version: '1.1.0',
      spec: { nodes, flow: lists.map((depends) => ({ nodeId: 'ods', depends })) },
    })

    export const wrong = document([start], [itself])

    export const right = document([start, itself])
  `,
  run(index, report) {
    // An entry that names its own node has another one's id, which is a fault by itself.
    const circular = new Set(index.edges.filter(isCircular).map(({ entity }) => entity.parent?.value))
    const repeated = new Set(index.nodesByKey.repeated.map(({ key }) => key))
    for (const { dependencies } of index.flows) {
      const seen = new Set<string>()
      for (const dependency of dependencies) {
        const nodeId = readText(dependency.value, 'nodeId')
        if (nodeId === undefined || circular.has(dependency.value) || !hasShape(dependency)) continue
        const key = parseReference(nodeId) ?? nodeId
        // Two nodes of one key have an entry each, and are another rule's fault.
        if (seen.has(key) && !repeated.has(key)) {
          const message = `There are two entries of dependencies for '${nodeId}'.`
          report(findingAt(dependency, 'nodeId', { message, hint: 'Put all depends into one.' }))
        }
        seen.add(key)
      }
    }
  },
}
