import { groupsOf } from '../../document/index/first-by-key.ts'
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

/**
 * Which moments come before another one, or after it; the search ends when as many as are wanted were met.
 *
 * @param isWanted - the moments that are looked for
 * @param count - how many there are of them
 */
export function reachedMoments(
  isWanted: (moment: number) => boolean,
  count: number,
  start: number,
  { starts, neighbours }: Adjacency,
): ReadonlySet<number> {
  const met = new Set<number>()
  const seen = new Set([start])
  for (const moment of seen) {
    if (isWanted(moment)) met.add(moment)
    if (met.size >= count) break
    const last = starts[moment + 1] ?? 0
    for (let edge = starts[moment] ?? 0; edge < last; edge += 1) seen.add(neighbours[edge] ?? moment)
  }
  return met
}

/** Numbers of moments in lists of uses: each list, which many readers may share, is numbered once. */
class ProducerEnds {
  readonly #order: RunOrder
  readonly #known: Map<readonly PlacedUse[], ReadonlySet<number>> = new Map()

  constructor(order: RunOrder) {
    this.#order = order
  }

  of(producers: readonly PlacedUse[]): ReadonlySet<number> {
    const known = this.#known.get(producers)
    if (known !== undefined) return known
    const ends = new Set(producers.map(({ owner }) => this.endOf(owner)))
    this.#known.set(producers, ends)
    return ends
  }

  endOf({ vertex }: PlacedUse['owner']): number {
    return this.#order.startOf(vertex) + 1
  }
}

/** A table that a node reads, and those that write it from which no path leads to the node. */
export interface UnreachedUse {
  readonly use: PlacedUse
  readonly edges: readonly NewEdge[]
}

/** The edges that tables ask for and no path stands for, by the uses that ask for them; each pair of nodes once. */
export function* missingByUse({ graph }: TableMap, uses: readonly UpstreamUse[]): Generator<UnreachedUse> {
  const order = runOrder(graph)
  const ends = new ProducerEnds(order)
  const found = new Set<number>()
  for (const ofReader of groupsOf(uses, ({ use }) => use.owner).values()) {
    const [first] = ofReader
    if (first === undefined) continue
    const wanted = ofReader.map(({ producers }) => ends.of(producers))
    const count = wanted.length === 1 ? (wanted[0]?.size ?? 0) : new Set(wanted.flatMap((set) => [...set])).size
    const start = order.startOf(first.use.owner.vertex)
    const before = reachedMoments((moment) => wanted.some((set) => set.has(moment)), count, start, order.previous)
    for (const { use, producers } of ofReader) {
      const edges = producers.flatMap((producer): NewEdge[] => {
        if (before.has(ends.endOf(producer.owner))) return []
        const site = edgeSite(producer.owner.vertex, use.owner.vertex)
        if (site === undefined) return []
        const pair = site.from.place * graph.nodes.length + site.to.place
        if (found.has(pair)) return []
        found.add(pair)
        return [{ use, producer, site }]
      })
      if (edges.length > 0) yield { use, edges }
    }
  }
}

/** The edges that tables ask for and no path stands for, each pair of nodes once. */
export function missingEdges(map: TableMap, uses: readonly UpstreamUse[]): readonly NewEdge[] {
  return [...missingByUse(map, uses)].flatMap(({ edges }) => edges)
}

/** Divides edges into those that can be added together, and those that would close a cycle with others or what is there. */
export function withoutCycles(
  { graph }: TableMap,
  edges: readonly NewEdge[],
): { readonly fitting: readonly NewEdge[]; readonly circular: readonly NewEdge[] } {
  const order = runOrder(graph)
  const groups = numbersOfGroups(order, edges)
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
function numbersOfGroups(order: RunOrder, edges: readonly NewEdge[]): Int32Array {
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
