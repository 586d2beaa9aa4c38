import { checkArgument, object } from '../diagnostics/arguments.ts'
import { aroundWorkflows } from './around-workflows.ts'
import { type GraphSource, graphOf } from './graph-of.ts'
import { runOrder } from './run-order.ts'
import { shortestCycles } from './shortest-cycles.ts'
import type { GraphFlow, GraphNode } from './spec-graph.ts'

/**
 * Finds where nodes, or whole workflows, wait for one another within one cycle, so that none of them could ever start.
 * For every group that is entangled a shortest cycle through its first node. Dependencies on previous cycles do not
 * count. Linear, without recursion.
 *
 * @param source - a built or read document, a builder, a project, a list of documents, or a graph
 * @returns the cycles of nodes and workflows: in each, every one waits for the one before it, and the first for the last
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { cycles } from 'flowspec/graph'
 *
 * const entangled = workflow('w').cron('00 02 00 * * ?').nodes(shell('a').after('b'), shell('b').after('a'))
 * for (const members of cycles(entangled)) {
 *   process.stdout.write(`${members.map(({ name }) => name).join(' → ')} → …\n`)
 * }
 * ```
 */
export function cycles(source: GraphSource): readonly (readonly (GraphNode | GraphFlow)[])[] {
  checkArgument('cycles', 'source', source, object)
  const order = runOrder(graphOf(source))
  return shortestCycles(order.count, order.edges).map((moments) =>
    aroundWorkflows(moments, (moment) => (order.startedAt(moment)?.kind === 'flow' ? moment + 1 : undefined))
      .map((moment) => order.startedAt(moment))
      .filter((vertex) => vertex !== undefined),
  )
}
