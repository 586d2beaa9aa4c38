import { showValue } from '../../../diagnostics/show-value.ts'
import { ReachSearch } from '../../../graph/reach-search.ts'
import { findingAt } from '../../engine/finding.ts'
import { isJoined, normalEdges } from '../../engine/normal-edges.ts'
import type { Rule } from '../../engine/rule.ts'
import { unlistedInputs } from '../../engine/unlisted-inputs.ts'

/** How many dependencies are looked at in a document to find cycles. */
const mostEdges = 1_000_000

/** A node lists an output in its inputs and does not depend on it. A dependency that is not listed in the inputs is fine. */
export const graphInputMismatch: Rule = {
  name: 'graph/input-mismatch',
  severity: 'warning',
  summary: 'A node lists an output of another node in its inputs and does not depend on it.',
  evidence: 'The reference implementation takes both lists together where it makes nodes, and dependencies elsewhere.',
  example: `
    import { virtual, workflow } from 'flowspec'

    const load = virtual('load').extra({ inputs: { nodeOutputs: [{ data: 'start', artifactType: 'NodeOutput' }] } })
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(virtual('start'), load)

    export const right = orders.nodes(virtual('start'), load.after('start'))
  `,
  run(index, report) {
    const inputs = unlistedInputs(index)
    if (inputs.length === 0) return
    const search = new ReachSearch(normalEdges(index, inputs.filter(isJoined)), mostEdges)
    for (const { entity, data, node, upstream } of inputs) {
      // A cycle through inputs is reported as a cycle.
      if (upstream !== undefined && search.reaches(upstream.place, new Set([node.place])) === true) continue
      const message = `The inputs name the output ${showValue(data)}, and the dependencies do not.`
      report(findingAt(entity, 'data', { message, hint: 'Depend on it too, or leave it out of the inputs.' }))
    }
  },
}
