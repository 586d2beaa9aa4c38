import { type Entity, hasShape } from '../../../document/index/entity.ts'
import { addToGroup } from '../../../document/index/first-by-key.ts'
import type { FlowEntry, NodeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { ReachSearch } from '../../../graph/reach-search.ts'
import { findingAt } from '../../engine/finding.ts'
import { normalEdges } from '../../engine/normal-edges.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { brokenFlows } from '../../engine/unread-parts.ts'

/** How many dependencies are looked at in a document to find paths: some tens of milliseconds. */
const mostEdges = 1_000_000
/** Comparing each with each takes time by the square of their number. */
const mostWriters = 8

function fault(what: string, late: TableUse, writer: TableUse): Finding {
  const [name, other] = [late, writer].map(({ node }) => node.name ?? node.key)
  const table = readText(late.entity.value, 'guid')
  const message = `'${name}' ${what} the table ${table}, '${other}' writes it, and no path leads from one to the other.`
  const hint = `Let one come after the other: .after('${other}') on '${name}'.`
  return findingAt(late.entity, 'guid', { message, hint })
}

/** Whether two uses are by one node, or by two of one name, which is their fault: neither can come after the other by it. */
function areNamesakes({ node }: TableUse, { node: other }: TableUse): boolean {
  return node === other || (node.name !== undefined && node.name === other.name)
}

/** Two nodes that write a table with no path between them; of several such pairs the first. */
function unorderedWriters(writers: readonly TableUse[], search: ReachSearch): Finding | undefined {
  const mayLead = (from: TableUse, to: TableUse): boolean =>
    areNamesakes(from, to) || search.reaches(from.node.place, new Set([to.node.place])) !== false
  for (const [at, late] of writers.entries()) {
    const other = writers.slice(0, at).find((use) => !mayLead(late, use) && !mayLead(use, late))
    if (other !== undefined) return fault('writes', late, other)
  }
  return undefined
}

function check(index: SpecIndex, report: (finding: Finding) => void): void {
  const tables = tableUses(index).filter(
    ({ writers, readers }) => writers.length > 0 && writers.length + readers.length > 1,
  )
  if (tables.length === 0) return
  const search = new ReachSearch(normalEdges(index), mostEdges)
  for (const { writers, readers } of tables) {
    const unordered = unorderedWriters(writers.slice(0, mostWriters), search)
    if (unordered !== undefined) report(unordered)
    const writing = new Set(writers.map(({ node }) => node.place))
    for (const late of readers) {
      const writer = writers.find((one) => !areNamesakes(one, late))
      const isLate = writing.has(late.node.place) || search.reaches(late.node.place, writing) !== false
      if (!isLate && writer !== undefined) report(fault('reads', late, writer))
    }
  }
}

/** Nodes that use one table may run in any order. */
export const tableOrder: Rule = {
  name: 'table/order',
  severity: 'warning',
  summary:
    'A node writes or reads a table that another node of the flow writes, with no path between them; at most 8 writers of a table are compared, and in very large documents not every table.',
  evidence: 'Inferred: they may run at once. It can be meant: partitions, the cycle before, conditions of a branch.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const load = odpsSql('load').code('insert into orders select 1').writes('odps.retail.orders')
    const report = odpsSql('report').code('select * from orders').reads('odps.retail.orders')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The report may read the table before it is written.
    export const wrong = orders.nodes(load, report)

    export const right = orders.nodes(load, report.after(load))
  `,
  run: check,
}

/** A node that reads or writes a table, and where it says so. */
interface TableUse {
  readonly entity: Entity
  readonly node: NodeEntry
}

/** What uses one table in one flow. */
interface TableUses {
  readonly readers: readonly TableUse[]
  readonly writers: readonly TableUse[]
}

/** The tables of each flow whose dependencies are all understood; a path from flow to flow is in no document. */
function tableUses(index: SpecIndex): readonly TableUses[] {
  const tables = index.entitiesOf('Table').filter(hasShape)
  if (tables.length < 2) return []
  const broken = brokenFlows(index)
  const nodes = new Map(index.nodes.map((node) => [node.entity.value, node]))
  const groups = new Map<FlowEntry, Map<string, TableUse[]>>()
  for (const entity of tables) {
    const node = nodes.get(entity.parent?.parent?.value ?? {})
    const guid = readText(entity.value, 'guid')
    if (node === undefined || guid === undefined || broken.has(node.flow)) continue
    const ofFlow = groups.get(node.flow) ?? new Map<string, TableUse[]>()
    groups.set(node.flow, ofFlow)
    addToGroup(ofFlow, guid, { entity, node })
  }
  const all = [...groups.values()].flatMap((ofFlow) => [...ofFlow.values()])
  const isWrite = ({ entity }: TableUse): boolean => entity.parent?.field === 'outputs'
  return all.map((uses) => ({ writers: uses.filter(isWrite), readers: uses.filter((use) => !isWrite(use)) }))
}
