import { runOrder } from './run-order.ts'
import { shortestCycles } from './shortest-cycles.ts'
import type { SpecGraph } from './spec-graph.ts'

/** Nodes that wait for one another, some of them because of the loop they stand in. */
export interface BodyCycle {
  readonly names: readonly string[]
  /** Their places among the nodes of the document. */
  readonly places: ReadonlySet<number>
}

/**
 * The cycles of a graph as they run through loops and other nodes with a body: a loop has ended when its body has, and what
 * is in the body starts after what the loop comes after.
 */
export function cyclesThroughBodies(graph: SpecGraph): readonly BodyCycle[] {
  const order = runOrder(graph)
  return shortestCycles(order.count, order.edges).map((moments) => {
    const vertices = moments.flatMap((moment) => order.startedAt(moment - (moment % 2)) ?? [])
    const nodes = vertices.filter(({ kind }) => kind === 'node')
    return { names: vertices.map(({ name }) => name), places: new Set(nodes.map(({ place }) => place)) }
  })
}
