import { hasShape } from '../../../document/index/entity.ts'
import { entityIn } from '../../../document/index/referenced-entities.ts'
import type { FlowEntry, NodeEntry } from '../../../document/index/spec-index.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** The script of a node has no path. */
export const nodeMissingPath: Rule = {
  name: 'node/missing-path',
  severity: 'warning',
  summary: 'The script of a node has no path; a note of the first where no node of a workflow has one.',
  evidence:
    'The reference implementation makes the file of a node at script.path, and for a node that is made without a container it alone says where. The official schema does not require it, and inside of a container, where documents leave it out of all nodes, the service ignores it.',
  example: `
    const orders = (script: object) => ({
      kind: 'CycleWorkflow',
      version: '1.1.0',
      spec: {
        workflows: [
          {
            name: 'orders',
            script: { path: 'orders', runtime: { command: 'WORKFLOW' } },
            trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
            nodes: [
              { name: 'start', script },
              { name: 'end', script: { path: 'orders/end', runtime: { command: 'VIRTUAL' } } },
            ],
          },
        ],
      },
    })

    export const wrong = orders({ runtime: { command: 'VIRTUAL' } })

    // Builders write it: the path of the workflow, then the name.
    export const right = orders({ path: 'orders/start', runtime: { command: 'VIRTUAL' } })
  `,
  run(index, report) {
    const bare: NodeEntry[] = []
    const withPaths = new Set<FlowEntry>()
    for (const node of index.nodes) {
      const script = entityIn(index, node.entity, 'script', 'Script')
      if (!hasShape(script)) continue
      // A path that is there and wrong is another rule's.
      if ((script.value['path'] ?? undefined) !== undefined) withPaths.add(node.flow)
      else bare.push(node)
    }
    const told = new Set<FlowEntry>()
    for (const { entity, flow, key, name = key } of bare) {
      const hint = `Write the folder it stands in, then its name: "…/${name}".`
      const message = `The script of node '${name}' has no path`
      if (flow.entity.name === 'Spec' || withPaths.has(flow))
        report(findingAt(entity, 'script', { message: `${message}.`, hint }))
      // Documents do leave it out of all: then it is worth one note, and no warning of each.
      else if (!told.has(flow))
        report(findingAt(entity, 'script', { message: `${message}, and none beside it has.`, hint, severity: 'info' }))
      told.add(flow)
    }
  },
}
