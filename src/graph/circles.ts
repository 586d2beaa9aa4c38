import { cyclicCore, type EdgeList } from './cyclic-core.ts'
import { findCycles } from './find-cycles.ts'

/** A shortest circle of each group of vertices that reach one another, each vertex with an edge to the next. Linear. */
export function circles(count: number, edges: EdgeList): readonly (readonly number[])[] {
  const left = cyclicCore(count, edges)
  if (left === undefined) return []
  const next: number[][] = Array.from({ length: count }, () => [])
  for (const [edge, from] of edges.from.entries()) {
    const to = edges.to[edge] ?? 0
    if (left[from] === 1 && left[to] === 1) next[from]?.push(to)
  }
  return findCycles(next)
}
