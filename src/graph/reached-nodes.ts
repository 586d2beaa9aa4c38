import { type ArgumentKind, checkArgument, object } from '../diagnostics/arguments.ts'
import { createDiagnostic } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { isRecord } from '../document/json/records.ts'
import { type GraphSource, graphOf } from './graph-of.ts'
import { runOrder } from './run-order.ts'
import type { GraphNode, SpecGraph } from './spec-graph.ts'

/**
 * All nodes that must have run before a node starts, directly or through others. A loop it stands in is one of them,
 * and so is what that comes after, and what is inside of a loop that it comes after. Dependencies on previous cycles do
 * not count. Ask a graph ({@link graphOf}) when there is more than one question: the document is then read once.
 *
 * @param source - a built or read document, a builder, a project, a list of documents, or a graph
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
  checkChoice('upstreamOf', source, node)
  return reachedNodes(graphOf(source), node, 'previous')
}

/**
 * All nodes that cannot start before a node has run, directly or through others: what a failure of it would hold up.
 * What is inside of a loop counts as after the loop, and what comes after a loop as after what is inside.
 * Dependencies on previous cycles do not count. Ask a graph ({@link graphOf}) when there is more than one question: the
 * document is then read once.
 *
 * @param source - a built or read document, a builder, a project, a list of documents, or a graph
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
  checkChoice('downstreamOf', source, node)
  return reachedNodes(graphOf(source), node, 'next')
}

/** A node by its name, by its id, or as a graph gave it. */
export type NodeChoice = string | GraphNode

function unknownNode(name: string, { nodes }: SpecGraph): FlowSpecError {
  const near = didYouMean(
    name,
    nodes.map((node) => node.name),
  )
  const parts = {
    rule: 'reference/unknown-node',
    severity: 'error',
    message: `The document has no node '${name}'.`,
    path: '',
  } as const
  return new FlowSpecError([
    createDiagnostic(near === undefined ? parts : { ...parts, hint: `Did you mean "${near}"?` }),
  ])
}

function chosenNode(choice: NodeChoice, graph: SpecGraph): GraphNode {
  if (typeof choice !== 'string') {
    // A node may come from a graph of the same document that was made before.
    const node = graph.nodes[choice.place]
    if (node !== undefined && node.path === choice.path && node.key === choice.key) return node
    throw unknownNode(choice.name, graph)
  }
  const found = graph.nodes.find(({ key }) => key === choice) ?? graph.nodes.find(({ name }) => name === choice)
  if (found === undefined) throw unknownNode(choice, graph)
  return found
}

/**
 * The nodes a search from a node reaches, in the order of the document; what stands around the node is not searched.
 *
 * @param side - which neighbours to follow: those that wait, or those that are waited for
 */
function reachedNodes(graph: SpecGraph, choice: NodeChoice, side: 'next' | 'previous'): readonly GraphNode[] {
  const order = runOrder(graph)
  const { starts, neighbours } = order[side]
  const start = order.startOf(chosenNode(choice, graph))
  const seen = new Set([start])
  for (const moment of seen) {
    const end = starts[moment + 1] ?? 0
    for (let at = starts[moment] ?? 0; at < end; at++) seen.add(neighbours[at] ?? 0)
  }
  seen.delete(start)
  const found = Array.from(seen, (moment) => order.startedAt(moment)).filter((vertex) => vertex?.kind === 'node')
  return found.sort((left, right) => left.place - right.place)
}

const nodeChoice: ArgumentKind = {
  takes: 'the name or the id of a node, or a node of a graph',
  holds: (value) => typeof value === 'string' || (isRecord(value) && typeof value['place'] === 'number'),
}

function checkChoice(call: string, source: unknown, node: unknown): void {
  checkArgument(call, 'source', source, object)
  checkArgument(call, 'node', node, nodeChoice)
}
