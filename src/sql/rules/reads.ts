import { runOrder } from '../../graph/run-order.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import {
  missingByUse,
  type NewEdge,
  reachedMoments,
  type UnreachedUse,
  withoutCycles,
} from '../dependencies/new-edges.ts'
import type { TableMap } from '../dependencies/table-map.ts'
import type { UpstreamUse } from '../dependencies/upstream-uses.ts'
import { areNamesakes, findingOfUse, placeOf, stepAfter, type TableFinding } from './table-finding.ts'

/** Whether both declare the table in one flow, of which `table/order` speaks. */
function isDeclared({ use, producer }: NewEdge): boolean {
  const declares = ({ owner, key }: typeof use, kind: string): boolean =>
    owner.tables.declared.some((one) => one.kind === kind && one.table.name === key.slice(key.indexOf(':') + 1))
  return use.owner.vertex.flow === producer.owner.vertex.flow && declares(use, 'reads') && declares(producer, 'writes')
}

/** How many writers are named: what is told stays a sentence, however many there are. */
const mostNamed = 3

/** Names with commas between them, and how many others there are. */
function namesOf(edges: readonly NewEdge[]): string {
  const names = edges.slice(0, mostNamed).map(({ producer }) => `'${producer.owner.vertex.name}'`)
  const others = edges.length - names.length
  const last = others > 0 ? `${others} other node${others === 1 ? '' : 's'}` : names.pop()
  return names.length === 0 ? (last ?? '') : `${names.join(', ')} and ${last}`
}

function unorderedRead({ use, edges }: UnreachedUse): TableFinding {
  const [reader, writers] = [use.owner.vertex.name, namesOf(edges)]
  const steps = edges
    .slice(0, mostNamed)
    .map(({ producer }) => stepAfter(producer, use))
    .join(' ')
  const read = `'${reader}' reads ${use.table.name} ${placeOf(use)}`
  if (edges.length === 1) {
    const message = `${read}, ${writers} writes it, and no path leads from one to the other.`
    return findingOfUse(use, { message, hint: `Let '${reader}' come after ${writers}: ${steps}.` })
  }
  const message = `${read}, ${writers} write it, and no path leads from any of them to '${reader}'.`
  const rest = edges.length > mostNamed ? ', and so on' : ''
  return findingOfUse(use, { message, hint: `Let '${reader}' come after each of them: ${steps}${rest}.` })
}

function laterCycle({ use, edges }: UnreachedUse): TableFinding {
  const [reader, writers] = [use.owner.vertex.name, namesOf(edges)]
  const read = `'${reader}' reads ${use.table.name} ${placeOf(use)}, and ${writers}, which`
  const round = `Turn the order round, or wait for the cycle before: .afterPrevious(…) on '${reader}', with`
  if (edges.length === 1) {
    const message = `${read} writes it, comes after '${reader}'.`
    return findingOfUse(use, { message, hint: `${round} the node ${writers}.` })
  }
  return findingOfUse(use, { message: `${read} write it, come after '${reader}'.`, hint: `${round} each of them.` })
}

/** Of nodes that read each other's tables, be it over others, none can come first: another order is no way out. */
function circularRead({ use, edges }: UnreachedUse): TableFinding {
  const [reader, writers] = [use.owner.vertex.name, namesOf(edges)]
  const [write, come] = edges.length === 1 ? ['writes', 'comes'] : ['write', 'come']
  const message = `'${reader}' reads ${use.table.name} ${placeOf(use)}, and ${writers}, which ${write} it, by the tables that they read ${come} after '${reader}': in one cycle neither can come after the other.`
  const hint = `Let one side wait for the cycle before of the other, such as .afterPrevious(…) on '${reader}' with ${edges.length === 1 ? writers : 'each of them'}, or divide a node.`
  return findingOfUse(use, { message, hint })
}

/** For each reader, by its place, the places of those whose cycle before it waits for. */
function waitedFor({ graph }: TableMap): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>()
  for (const { from, to, type } of graph.edges) {
    if (type !== dependencyTypes.other || from.kind !== 'node' || to.kind !== 'node') continue
    found.set(to.place, (found.get(to.place) ?? new Set<number>()).add(from.place))
  }
  return found
}

function toldReads(map: TableMap, found: readonly UnreachedUse[]): readonly TableFinding[] {
  const { circular } = withoutCycles(
    map,
    found.flatMap(({ edges }) => edges),
  )
  const isCircular = new Set(circular)
  return found.flatMap(({ use, edges }) => {
    const fitting = { use, edges: edges.filter((edge) => !isCircular.has(edge)) }
    const others = { use, edges: edges.filter((edge) => isCircular.has(edge)) }
    return [
      ...(fitting.edges.length > 0 ? [unorderedRead(fitting)] : []),
      ...(others.edges.length > 0 ? [circularRead(others)] : []),
    ]
  })
}

/** Tables that are read without a path from the nodes that write them, and those that are written only after. */
export function judgeReads(
  map: TableMap,
  uses: readonly UpstreamUse[],
): { readonly unordered: readonly TableFinding[]; readonly later: readonly TableFinding[] } {
  const order = runOrder(map.graph)
  const waited = waitedFor(map)
  const found: UnreachedUse[] = []
  const later: TableFinding[] = []
  for (const { use, edges: all } of missingByUse(map, uses)) {
    const { vertex } = use.owner
    const waits = waited.get(vertex.place)
    const edges = all.filter(
      (edge) =>
        !areNamesakes(edge.producer, use) && waits?.has(edge.producer.owner.vertex.place) !== true && !isDeclared(edge),
    )
    const starts = new Set(edges.map(({ producer }) => order.startOf(producer.owner.vertex)))
    const after = reachedMoments((moment) => starts.has(moment), starts.size, order.startOf(vertex) + 1, order.next)
    const isLate = ({ producer }: NewEdge): boolean => after.has(order.startOf(producer.owner.vertex))
    const [early, late] = [edges.filter((edge) => !isLate(edge)), edges.filter(isLate)]
    if (early.length > 0) found.push({ use, edges: early })
    if (late.length > 0) later.push(laterCycle({ use, edges: late }))
  }
  return { unordered: toldReads(map, found), later }
}
