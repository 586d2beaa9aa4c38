import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { readText, recordsOf } from '../../document/json/records.ts'
import type { GraphNode } from '../../graph/spec-graph.ts'
import type { AddedDependency, LeftDependency, NodeSqlFault } from './derived.ts'
import { outermost, workflowNameOf } from './edge-sites.ts'
import { missingEdges, type NewEdge, withoutCycles } from './new-edges.ts'
import type { PlacedNode, PlacedUse, TableMap } from './table-map.ts'
import { unreadStatements } from './unread-statements.ts'
import { type UpstreamUse, upstreamUses } from './upstream-uses.ts'

/** What is done with tables that nobody writes, and with those a node reads before it writes them. */
export interface DerivingChoices {
  readonly unknown: 'external' | 'ignore'
  readonly self: 'previous' | 'ignore'
}

/** An edge with what it is to be added to. */
export interface DerivedEdge {
  readonly told: AddedDependency
  /** The node that gets it: what reads the table, or what that stands in. */
  readonly to: GraphNode
  /** The node it leads from; undefined where that is the previous cycle or outside. */
  readonly from: GraphNode | undefined
  readonly document: number
  readonly fromDocument: number | undefined
}

export interface DerivedEdges {
  readonly edges: readonly DerivedEdge[]
  readonly left: readonly LeftDependency[]
  readonly faults: readonly NodeSqlFault[]
}

function tell(use: PlacedUse, upstream: string, kind: AddedDependency['kind']): AddedDependency {
  const { line, column, isSure, table, owner } = use
  const place = line === undefined || column === undefined ? {} : { line, column }
  const sure = isSure ? {} : ({ sure: false } as const)
  const node = owner.vertex.name
  return { node, workflow: workflowNameOf(owner.vertex), upstream, table: table.name, ...place, kind, ...sure }
}

function tellEdge({ use, producer }: NewEdge): AddedDependency {
  const told = tell(use, producer.owner.vertex.name, 'table')
  const upstreamWorkflow = workflowNameOf(producer.owner.vertex)
  return upstreamWorkflow === told.workflow && producer.owner.document === use.owner.document
    ? told
    : { ...told, upstreamWorkflow }
}

function ofTable(edge: NewEdge): DerivedEdge {
  const { use, producer, site } = edge
  const { document } = use.owner
  return { told: tellEdge(edge), to: site.to, from: site.from, document, fromDocument: producer.owner.document }
}

/** Edges to the previous cycle, for nodes that do not wait for it yet. */
function selfEdges(map: TableMap, uses: readonly UpstreamUse[]): readonly DerivedEdge[] {
  const waiting = new Set(
    map.graph.edges.filter(({ from, to, type }) => to === from && type !== 'Normal').map(({ to }) => to),
  )
  const seen = new Set<GraphNode>()
  return uses.flatMap(({ use, isOfSelf }): DerivedEdge[] => {
    const { vertex, document } = use.owner
    const to = outermost(vertex)
    if (!isOfSelf || seen.has(to) || waiting.has(to)) return []
    seen.add(to)
    return [{ told: tell(use, to.name, 'self'), to, from: undefined, document, fromDocument: undefined }]
  })
}

/** The outputs that a node comes after outside of the documents. */
function outsideOf({ flow, key: own }: PlacedNode['tables']['node']): ReadonlySet<string> {
  const found = new Set<string>()
  for (const entry of flow.dependencies) {
    if (readText(entry.value, 'nodeId') !== own) continue
    for (const depend of recordsOf(entry.value['depends'])) found.add(readText(depend, 'output') ?? '')
  }
  return found
}

function externalEdges({ nodes }: TableMap, uses: readonly UpstreamUse[]): readonly DerivedEdge[] {
  const placed = new Map<GraphNode, PlacedNode>(nodes.map((node) => [node.vertex, node]))
  const seen = new Set<string>()
  return uses.flatMap(({ use, producers, isOfSelf }): DerivedEdge[] => {
    const { vertex, document } = use.owner
    const { name } = use.table
    const to = outermost(vertex)
    const pair = `${to.place} ${name}`
    const isUnknown = producers.length === 0 && !isOfSelf && !/[${@]/.test(name)
    const { tables } = placed.get(to) ?? use.owner
    if (!isUnknown || seen.has(pair) || outsideOf(tables.node).has(name)) return []
    seen.add(pair)
    return [{ told: tell(use, name, 'external'), to, from: undefined, document, fromDocument: undefined }]
  })
}

function faultsOf({ nodes }: TableMap): readonly NodeSqlFault[] {
  return unreadStatements(nodes).map(({ node: { vertex }, inText: { line, column }, ...said }) => {
    const fault = createDiagnostic({ rule: 'code/unread-sql', severity: 'info', ...said })
    return { ...fault, line, column, node: vertex.name, workflow: workflowNameOf(vertex) }
  })
}

/** The edges that the tables of some documents ask for. */
export function deriveEdges(map: TableMap, { unknown, self }: DerivingChoices): DerivedEdges {
  const uses = upstreamUses(map)
  const { fitting, circular } = withoutCycles(map, missingEdges(map, uses))
  const left = circular.map((edge): LeftDependency => {
    const { use, producer } = edge
    const [reader, writer] = [use.owner.vertex.name, producer.owner.vertex.name]
    const reason = `'${reader}' and '${writer}' would wait for each other, over this edge and others; one of the two may wait for the cycle before of the other, .afterPrevious(…)`
    return { ...tellEdge(edge), reason }
  })
  const ofSelf = self === 'previous' ? selfEdges(map, uses) : []
  const outside = unknown === 'external' ? externalEdges(map, uses) : []
  return { edges: [...fitting.map(ofTable), ...ofSelf, ...outside], left, faults: faultsOf(map) }
}
