import { type Adjacency, adjacency, type EdgeList } from './adjacency.ts'
import type { GraphFlow, GraphNode, GraphVertex, SpecGraph } from './spec-graph.ts'

/**
 * What must happen before what. Each node and flow is two moments, its start and its end: what comes after a loop waits
 * for the end of the loop, which waits for what is inside, which waits for the start of the loop.
 */
export interface RunOrder {
  /** How many moments there are. */
  readonly count: number
  readonly edges: EdgeList
  /** For every moment, those that wait for it. */
  readonly next: Adjacency
  /** For every moment, those it waits for. */
  readonly previous: Adjacency
  /** The node or workflow whose start a moment is; undefined for an end, and for the inside of a node. */
  startOf(moment: number): GraphNode | GraphFlow | undefined
}

class Moments {
  readonly from: number[] = []
  readonly to: number[] = []
  readonly #nodes: number

  constructor(nodes: number) {
    this.#nodes = nodes
  }

  start(vertex: GraphNode | GraphFlow): number {
    return 2 * (vertex.kind === 'node' ? vertex.place : this.#nodes + vertex.place)
  }

  before(from: number, to: number): void {
    this.from.push(from)
    this.to.push(to)
  }

  /** Puts the start and the end of something between those of what it stands in. */
  place(vertex: GraphNode | GraphFlow, around: GraphNode | GraphFlow | undefined): void {
    const start = this.start(vertex)
    this.before(start, start + 1)
    if (around === undefined) return
    this.before(this.start(around), start)
    this.before(start + 1, this.start(around) + 1)
  }
}

function isInside(vertex: GraphVertex): vertex is GraphNode | GraphFlow {
  return vertex.kind !== 'external'
}

const known = new WeakMap<SpecGraph, RunOrder>()

function readRunOrder({ nodes, flows, edges }: SpecGraph): RunOrder {
  const moments = new Moments(nodes.length)
  for (const flow of flows) moments.place(flow, flow.owner)
  for (const node of nodes) moments.place(node, node.flow)
  for (const { type, from, to } of edges) {
    if (type !== 'Normal' || !isInside(from) || !isInside(to)) continue
    moments.before(moments.start(from) + 1, moments.start(to))
  }
  const [from, to] = [Int32Array.from(moments.from), Int32Array.from(moments.to)]
  const count = 2 * (nodes.length + flows.length)
  const startOf = (moment: number): GraphNode | GraphFlow | undefined => {
    if (moment % 2 !== 0) return undefined
    const flow = flows[moment / 2 - nodes.length]
    return nodes[moment / 2] ?? (flow?.owner === undefined ? flow : undefined)
  }
  const [next, previous] = [adjacency(count, from, to), adjacency(count, to, from)]
  return { count, edges: { from, to }, next, previous, startOf }
}

/** What must happen before what in a graph; worked out once for each. */
export function runOrder(graph: SpecGraph): RunOrder {
  const found = known.get(graph) ?? readRunOrder(graph)
  known.set(graph, found)
  return found
}
