import type { FlowEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { isCircular } from '../../../graph/moments.ts'
import { dependentName, edgeFinding } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

type TwiceGiven = ReadonlyMap<FlowEntry, ReadonlySet<string>>

/** What dependencies call more than one node of a flow: they cannot tell which of them waits for which. */
function twiceGiven(index: SpecIndex): TwiceGiven {
  const seen = new Map<FlowEntry, Set<string>>()
  const twice = new Map<FlowEntry, Set<string>>()
  for (const { flow, key } of index.nodes) {
    const keys = seen.get(flow) ?? new Set()
    if (keys.has(key)) twice.set(flow, (twice.get(flow) ?? new Set()).add(key))
    seen.set(flow, keys.add(key))
  }
  return twice
}

/** A node or workflow comes after itself in the same cycle. */
export const graphSelfDependency: Rule = {
  name: 'graph/self-dependency',
  severity: 'error',
  summary: 'A node or workflow depends on itself in the same cycle.',
  evidence: 'Such an instance would wait for itself; its previous cycle is meant by CrossCycleDependsOnSelf.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const stock = odpsSql('stock').code('select 1')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(stock.after('stock'))

    // Today's run waits for that of yesterday.
    export const right = orders.nodes(stock.afterPrevious('self'))
  `,
  run(index, report) {
    const twice = twiceGiven(index)
    for (const edge of index.edges) {
      if (!isCircular(edge)) continue
      const { node } = edge
      // One of two nodes of a name comes after the other: that there are two is the fault, which another rule reports.
      if (node !== undefined && twice.get(node.flow)?.has(node.key) === true) continue
      const message = `${edge.node === undefined ? 'Workflow' : 'Node'} '${dependentName(edge)}' comes after itself.`
      const hint = "To wait for its previous cycle, use afterPrevious('self')."
      report(edgeFinding(edge, '', { message, hint }))
    }
  },
}
