import { type GraphSource, graphOf } from './graph-of.ts'
import { type NodeChoice, reachedNodes } from './reached-nodes.ts'
import type { GraphNode } from './spec-graph.ts'

/**
 * All nodes that cannot start before a node has run, directly or through others: what a failure of it would hold up.
 * What is inside of a loop counts as after the loop, and what comes after a loop as after what is inside.
 * Dependencies on previous cycles do not count. Ask a graph ({@link graphOf}) when there is more than one question: the
 * document is then read once.
 *
 * @param source - a built or read document, a builder, or a graph
 * @param node - its id or its name (the first that has it), or a node of the graph
 * @returns the nodes in the order of the document
 * @throws FlowSpecError when the document has no such node, rule `reference/unknown-node`
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { downstreamOf } from 'flowspec/graph'
 *
 * const orders = workflow('orders')
 *   .cron('00 02 00 * * ?')
 *   .nodes(shell('load'), shell('clean').after('load'), shell('report').after('clean'))
 * process.stdout.write(downstreamOf(orders, 'load').map(({ name }) => name).join(' ')) // clean report
 * ```
 */
export function downstreamOf(source: GraphSource, node: NodeChoice): readonly GraphNode[] {
  return reachedNodes(graphOf(source), node, 'next')
}
