import { dependencyTypes } from '../language/dependency-types.ts'
import { type Adjacency, adjacency, type EdgeList } from './adjacency.ts'
import type { GraphFlow, GraphNode, GraphVertex, SpecGraph } from './spec-graph.ts'

/** What has a start and an end: what stands outside of the document is no part of the order. */
type Timed = GraphNode | GraphFlow

function isTimed(vertex: GraphVertex): vertex is Timed {
  return vertex.kind !== 'external'
}

/** The edges of the order, while they are collected. */
class Steps {
  readonly from: number[] = []
  readonly to: number[] = []

  add(from: number, to: number): void {
    this.from.push(from)
    this.to.push(to)
  }

  get edges(): EdgeList {
    return { from: Int32Array.from(this.from), to: Int32Array.from(this.to) }
  }
}

/**
 * What must happen before what. Each node and flow is two moments, its start and its end: what comes after a loop waits
 * for the end of the loop, which waits for what is inside, which waits for the start of the loop.
 */
export class RunOrder {
  /** How many moments there are. */
  readonly count: number
  readonly edges: EdgeList
  readonly #graph: SpecGraph
  #next: Adjacency | undefined
  #previous: Adjacency | undefined

  constructor(graph: SpecGraph) {
    this.#graph = graph
    this.count = 2 * (graph.nodes.length + graph.flows.length)
    const steps = new Steps()
    for (const flow of graph.flows) this.#addBetween(steps, flow, flow.owner)
    for (const node of graph.nodes) this.#addBetween(steps, node, node.flow)
    for (const { type, from, to } of graph.edges) {
      if (type === dependencyTypes.sameCycle && isTimed(from) && isTimed(to))
        steps.add(this.startOf(from) + 1, this.startOf(to))
    }
    this.edges = steps.edges
  }

  /** For every moment, those that wait for it. */
  get next(): Adjacency {
    this.#next ??= adjacency(this.count, this.edges.from, this.edges.to)
    return this.#next
  }

  /** For every moment, those it waits for. */
  get previous(): Adjacency {
    this.#previous ??= adjacency(this.count, this.edges.to, this.edges.from)
    return this.#previous
  }

  /** The moment at which a node or flow starts; it ends at the moment after that. */
  startOf({ kind, place }: Timed): number {
    return 2 * (kind === 'node' ? place : this.#graph.nodes.length + place)
  }

  /** The node or workflow whose start a moment is; undefined for an end, and for the inside of a node. */
  startedAt(moment: number): Timed | undefined {
    const { nodes, flows } = this.#graph
    const flow = flows[moment / 2 - nodes.length]
    return nodes[moment / 2] ?? (flow?.owner === undefined ? flow : undefined)
  }

  /** Puts the start and the end of something between those of what it stands in. */
  #addBetween(steps: Steps, vertex: Timed, around: Timed | undefined): void {
    const start = this.startOf(vertex)
    steps.add(start, start + 1)
    if (around === undefined) return
    steps.add(this.startOf(around), start)
    steps.add(start + 1, this.startOf(around) + 1)
  }
}

const known = new WeakMap<SpecGraph, RunOrder>()

/** What must happen before what in a graph; worked out once for each. */
export function runOrder(graph: SpecGraph): RunOrder {
  const found = known.get(graph) ?? new RunOrder(graph)
  known.set(graph, found)
  return found
}
