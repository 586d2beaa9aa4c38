import type { Adjacency } from '../../graph/adjacency.ts'
import { type RunOrder, runOrder } from '../../graph/run-order.ts'
import { strongGroups } from '../../graph/shortest-cycles.ts'
import { type EdgeSite, edgeSite } from './edge-sites.ts'
import type { PlacedUse, TableMap } from './table-map.ts'
import type { UpstreamUse } from './upstream-uses.ts'

/** An edge that a table asks for and that is not there. */
export interface NewEdge {
  readonly use: PlacedUse
  readonly producer: PlacedUse
  readonly site: EdgeSite
}

/** Which of some moments come before another one; the search ends when all were met. */
export function earlier(
  targets: ReadonlySet<number>,
  start: number,
  { starts, neighbours }: Adjacency,
): ReadonlySet<number> {
  const met = new Set<number>()
  const seen = new Set([start])
  for (const moment of seen) {
    if (targets.has(moment)) met.add(moment)
    if (met.size === targets.size) break
    const last = starts[moment + 1] ?? 0
    for (let edge = starts[moment] ?? 0; edge < last; edge += 1) seen.add(neighbours[edge] ?? moment)
  }
  return met
}

/** The edges that tables ask for and no path stands for, each pair of nodes once. */
export function missingEdges({ graph }: TableMap, uses: readonly UpstreamUse[]): readonly NewEdge[] {
  const order = runOrder(graph)
  const byReader = new Map<PlacedUse['owner'], NewEdge[]>()
  for (const { use, producers } of uses) {
    for (const producer of producers) {
      const site = edgeSite(producer.owner.vertex, use.owner.vertex)
      if (site === undefined) continue
      const edges = byReader.get(use.owner) ?? []
      byReader.set(use.owner, edges)
      edges.push({ use, producer, site })
    }
  }
  const found = new Map<string, NewEdge>()
  for (const [reader, edges] of byReader) {
    const ends = new Set(edges.map(({ producer }) => order.startOf(producer.owner.vertex) + 1))
    const before = earlier(ends, order.startOf(reader.vertex), order.previous)
    for (const edge of edges) {
      const pair = `${edge.site.from.place} ${edge.site.to.place}`
      const isThere = before.has(order.startOf(edge.producer.owner.vertex) + 1)
      if (!isThere && !found.has(pair)) found.set(pair, edge)
    }
  }
  return [...found.values()]
}

/** Divides edges into those that can be added together, and those that would close a cycle with others or what is there. */
export function withoutCycles(
  { graph }: TableMap,
  edges: readonly NewEdge[],
): { readonly fitting: readonly NewEdge[]; readonly circular: readonly NewEdge[] } {
  const order = runOrder(graph)
  const groups = groupsOf(order, edges)
  const isCircular = ({ site }: NewEdge): boolean => {
    const [from, to] = momentsOf(order, site)
    return groups[from] === groups[to]
  }
  return { fitting: edges.filter((edge) => !isCircular(edge)), circular: edges.filter(isCircular) }
}

function momentsOf(order: RunOrder, { from, to }: EdgeSite): readonly [number, number] {
  return [order.startOf(from) + 1, order.startOf(to)]
}

/** For every moment which of those that wait for one another it belongs to. */
function groupsOf(order: RunOrder, edges: readonly NewEdge[]): Int32Array {
  const next: number[][] = Array.from({ length: order.count }, () => [])
  for (const [edge, from] of order.edges.from.entries()) next[from]?.push(order.edges.to[edge] ?? from)
  for (const { site } of edges) {
    const [from, to] = momentsOf(order, site)
    next[from]?.push(to)
  }
  const group = Int32Array.from({ length: order.count }, (_, moment) => -1 - moment)
  for (const [number, members] of strongGroups(next).entries()) for (const member of members) group[member] = number
  return group
}
