import { type GraphSource, graphOf } from './graph-of.ts'
import { type NodeChoice, reachedNodes } from './reached-nodes.ts'
import type { GraphNode } from './spec-graph.ts'

/**
 * All nodes that must have run before a node starts, directly or through others. A loop it stands in is one of them,
 * and so is what that comes after, and what is inside of a loop that it comes after. Dependencies on previous cycles do
 * not count. Ask a graph ({@link graphOf}) when there is more than one question: the document is then read once.
 *
 * @param source - a built or read document, a builder, or a graph
 * @param node - its id or its name (the first that has it), or a node of the graph
 * @returns the nodes in the order of the document
 * @throws FlowSpecError when the document has no such node, rule `reference/unknown-node`
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { upstreamOf } from 'flowspec/graph'
 *
 * const orders = workflow('orders')
 *   .cron('00 02 00 * * ?')
 *   .nodes(shell('load'), shell('clean').after('load'), shell('report').after('clean'))
 * process.stdout.write(upstreamOf(orders, 'report').map(({ name }) => name).join(' ')) // load clean
 * ```
 */
export function upstreamOf(source: GraphSource, node: NodeChoice): readonly GraphNode[] {
  return reachedNodes(graphOf(source), node, 'previous')
}
