import type { GraphFlow, GraphNode } from '../../graph/spec-graph.ts'

/** A node, and the nodes that it stands in, from the inside out. */
function* around(node: GraphNode): Generator<GraphNode> {
  for (let at: GraphNode | undefined = node; at !== undefined; at = at.flow.owner) yield at
}

/** Where an edge between two nodes belongs. */
export interface EdgeSite {
  readonly from: GraphNode
  readonly to: GraphNode
  /** The flow that holds both, or where none does the one of what comes after. */
  readonly flow: GraphFlow
}

/**
 * Where the edge between two nodes belongs: between what they stand in, in the innermost flow that holds both; between
 * workflows, between the nodes of these. Undefined when one stands in the other.
 */
export function edgeSite(from: GraphNode, to: GraphNode): EdgeSite | undefined {
  if (from.flow === to.flow) return from === to ? undefined : { from, to, flow: to.flow }
  const upstream = new Map([...around(from)].map((node) => [node.flow, node]))
  let top = to
  for (const node of around(to)) {
    const other = upstream.get(node.flow)
    if (other !== undefined) return other === node ? undefined : { from: other, to: node, flow: node.flow }
    top = node
  }
  return { from: outermost(from), to: top, flow: top.flow }
}

/** A node, or what it stands in that stands in nothing itself: it alone waits for what is outside of its workflow. */
export function outermost(node: GraphNode): GraphNode {
  return [...around(node)].at(-1) ?? node
}

/** Name of the workflow that a node is in; the empty text where there is none. */
export function workflowNameOf(node: GraphNode): string {
  let { flow } = node
  while (flow.owner !== undefined) flow = flow.owner.flow
  return flow.role === 'workflow' ? flow.name : ''
}
