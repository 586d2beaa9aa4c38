import { ReachSearch } from '../../graph/reach-search.ts'
import { runOrder } from '../../graph/run-order.ts'
import type { PlacedNode, PlacedUse, TableMap } from '../dependencies/table-map.ts'
import { areNamesakes, findingOfUse, placeOf, stepAfter, type TableFinding } from './table-finding.ts'

/** How many dependencies are looked at to find paths: some tens of milliseconds. */
const mostEdges = 1_000_000
/** Comparing each with each takes time by the square of their number. */
const mostWriters = 8

/** The columns of a partition with their values; a column without one stands for all of them. */
function valuesOf(partition: string): ReadonlyMap<string, string> {
  const pairs = partition.split(',').map((part) => part.split('='))
  return new Map(pairs.flatMap(([column = '', value]) => (value === undefined ? [] : [[column.toLowerCase(), value]])))
}

/** Whether two writes may meet: neither names a partition, or the partitions do not differ. */
function mayMeet(one: PlacedUse, other: PlacedUse): boolean {
  if (one.partition === undefined || other.partition === undefined) return true
  const values = valuesOf(other.partition)
  return ![...valuesOf(one.partition)].some(([column, value]) => (values.get(column) ?? value) !== value)
}

function finding(late: PlacedUse, early: PlacedUse): TableFinding {
  const [name, other] = [late.owner.vertex.name, early.owner.vertex.name]
  const partition = late.partition === undefined ? '' : ` partition (${late.partition})`
  const message = `'${name}' writes ${late.table.name}${partition} ${placeOf(late)}, '${other}' writes it too, and no path leads from one to the other.`
  return findingOfUse(late, { message, hint: `Let one come after the other: on '${name}' ${stepAfter(early, late)}.` })
}

/** The writes of a table in code, the first few of each node. */
function writersOf(uses: readonly PlacedUse[]): readonly PlacedUse[] {
  const nodes = new Set<PlacedNode>()
  return uses.filter(({ kind, line, owner }) => {
    if (kind !== 'writes' || line === undefined || (nodes.size >= mostWriters && !nodes.has(owner))) return false
    nodes.add(owner)
    return true
  })
}

/** Nodes that write one table, or one partition, with no path between them; of several pairs of a table the first. */
export function judgeWrites({ graph, byTable }: TableMap): readonly TableFinding[] {
  const order = runOrder(graph)
  const search = new ReachSearch(order.edges, mostEdges)
  const leads = (from: PlacedUse, to: PlacedUse): boolean =>
    search.reaches(order.startOf(from.owner.vertex) + 1, new Set([order.startOf(to.owner.vertex)])) !== false
  return [...byTable.values()].flatMap((uses) => {
    const writers = writersOf(uses)
    for (const [at, late] of writers.entries()) {
      const early = writers
        .slice(0, at)
        .find(
          (one) =>
            one.owner !== late.owner &&
            !areNamesakes(one, late) &&
            mayMeet(one, late) &&
            !leads(one, late) &&
            !leads(late, one),
        )
      if (early !== undefined) return [finding(late, early)]
    }
    return []
  })
}
