import { type RunOrder, runOrder } from '../../graph/run-order.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { earlier, missingEdges, type NewEdge } from '../dependencies/new-edges.ts'
import type { TableMap } from '../dependencies/table-map.ts'
import type { UpstreamUse } from '../dependencies/upstream-uses.ts'
import { findingOfUse, placeOf, type TableFinding } from './table-finding.ts'

/** Whether both declare the table in one flow, of which `table/order` speaks. */
function isDeclared({ use, producer }: NewEdge): boolean {
  const declares = ({ owner, key }: typeof use, kind: string): boolean =>
    owner.tables.declared.some((one) => one.kind === kind && one.table.name === key.slice(key.indexOf(':') + 1))
  return use.owner.vertex.flow === producer.owner.vertex.flow && declares(use, 'reads') && declares(producer, 'writes')
}

/** Whether the writer comes after the reader. */
function isLater({ use, producer }: NewEdge, order: RunOrder): boolean {
  const reader = order.startOf(use.owner.vertex) + 1
  return earlier(new Set([reader]), order.startOf(producer.owner.vertex), order.previous).size > 0
}

/** The step that lets a reader wait for a writer. */
function stepOf({ use, producer }: Pick<NewEdge, 'use' | 'producer'>): string {
  const { name, flow } = producer.owner.vertex
  if (use.owner.document === producer.owner.document) return `.after('${name}')`
  return `.after(upstream.outputOf('${name}')), where upstream is workflow '${flow.name}'`
}

function unorderedRead({ use, producer }: NewEdge): TableFinding {
  const [reader, writer] = [use.owner.vertex.name, producer.owner.vertex.name]
  const message = `'${reader}' reads ${use.table.name} ${placeOf(use)}, '${writer}' writes it, and no path leads from one to the other.`
  return findingOfUse(use, { message, hint: `Let '${reader}' come after '${writer}': ${stepOf({ use, producer })}.` })
}

function laterCycle({ use, producer }: NewEdge): TableFinding {
  const [reader, writer] = [use.owner.vertex.name, producer.owner.vertex.name]
  const message = `'${reader}' reads ${use.table.name} ${placeOf(use)}, and '${writer}', which writes it, comes after '${reader}'.`
  const hint = `Turn the order round, or wait for the cycle before: .afterPrevious(…) on '${reader}', with the node '${writer}'.`
  return findingOfUse(use, { message, hint })
}

/** Pairs of which the one waits for the cycle of the other before this one. */
function waitingPairs({ graph }: TableMap): ReadonlySet<string> {
  const others = graph.edges.filter(({ type }) => type === dependencyTypes.other)
  return new Set(
    others.flatMap(({ from, to }) => (from.kind === 'node' && to.kind === 'node' ? [`${from.place} ${to.place}`] : [])),
  )
}

/** Tables that are read without a path from the node that writes them, and those that are written only after. */
export function judgeReads(
  map: TableMap,
  uses: readonly UpstreamUse[],
): { readonly unordered: readonly TableFinding[]; readonly later: readonly TableFinding[] } {
  const order = runOrder(map.graph)
  const waiting = waitingPairs(map)
  const edges = missingEdges(map, uses).filter(
    (edge) => !isDeclared(edge) && !waiting.has(`${edge.producer.owner.vertex.place} ${edge.use.owner.vertex.place}`),
  )
  const isLate = edges.map((edge) => isLater(edge, order))
  return {
    unordered: edges.filter((_, at) => isLate[at] === false).map(unorderedRead),
    later: edges.filter((_, at) => isLate[at] === true).map(laterCycle),
  }
}
