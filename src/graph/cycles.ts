import { type GraphSource, graphOf } from './graph-of.ts'
import { type RunOrder, runOrder } from './run-order.ts'
import { cyclicCore, findCycles } from './shortest-cycles.ts'
import type { GraphFlow, GraphNode } from './spec-graph.ts'

/** The moments that each moment of a core leads to within it. */
function nextWithin(left: Uint8Array, { count, edges: { from, to } }: RunOrder): number[][] {
  const next: number[][] = Array.from({ length: count }, () => [])
  from.forEach((moment, edge) => {
    const other = to[edge] ?? 0
    if (left[moment] === 1 && left[other] === 1) next[moment]?.push(other)
  })
  return next
}

/**
 * Finds where nodes, or whole workflows, wait for one another within one cycle, so that none of them could ever start.
 * For every group that is entangled a shortest circle through its first node. Dependencies on previous cycles do not
 * count. Linear, without recursion.
 *
 * @param source - a built or read document, a builder, or a graph
 * @returns the circles of nodes and workflows: in each, every one waits for the one before it, and the first for the last
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { cycles } from 'flowspec/graph'
 *
 * const circle = workflow('w').cron('00 02 00 * * ?').nodes(shell('a').after('b'), shell('b').after('a'))
 * for (const members of cycles(circle)) {
 *   process.stdout.write(`${members.map(({ name }) => name).join(' → ')} → …\n`)
 * }
 * ```
 */
export function cycles(source: GraphSource): readonly (readonly (GraphNode | GraphFlow)[])[] {
  const order = runOrder(graphOf(source))
  const left = cyclicCore(order.count, order.edges)
  if (left === undefined) return []
  return findCycles(nextWithin(left, order)).map((moments) =>
    moments.map((moment) => order.startOf(moment)).filter((vertex) => vertex !== undefined),
  )
}
