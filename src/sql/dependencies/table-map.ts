import type { GivenDocument } from '../../document/given-documents.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import { graphOf } from '../../graph/graph-of.ts'
import type { GraphNode, SpecGraph } from '../../graph/spec-graph.ts'
import { type NodeTable, type NodeTables, tablesOfNode } from './node-tables.ts'
import { keyOf, type TableName } from './table-key.ts'

/** A use of a table and the node whose it is. */
export interface PlacedUse extends NodeTable {
  readonly key: string
  readonly owner: PlacedNode
}

/** A node of one of several documents with its tables. */
export interface PlacedNode {
  readonly vertex: GraphNode
  /** Which of the documents it is in. */
  readonly document: number
  readonly tables: NodeTables
  /** What it does with tables, by code first, and then by what it declares and the code does not say. */
  readonly uses: readonly PlacedUse[]
}

/** All tables of some documents. */
export interface TableMap {
  readonly graph: SpecGraph
  readonly nodes: readonly PlacedNode[]
  /** The uses of each table. */
  readonly byTable: ReadonlyMap<string, readonly PlacedUse[]>
}

/** The data sources of each engine that nodes name, whose code names tables without a project. */
function datasourcesOf(nodes: readonly NodeTables[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { ofCode } of nodes) {
    for (const { table } of ofCode) {
      if (table.datasource === undefined) continue
      found.set(table.store, (found.get(table.store) ?? new Set<string>()).add(table.datasource))
    }
  }
  return found
}

/** The projects of the data sources of each engine, as nodes show that declare tables with their projects. */
function homesOf(
  nodes: readonly NodeTables[],
  sourceOf: (table: TableName) => string,
): ReadonlyMap<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { homes, ofCode, datasource } of nodes) {
    const [first] = ofCode
    if (first === undefined || homes.size === 0) continue
    const source = sourceOf({ store: first.table.store, name: '', datasource })
    const known = found.get(source) ?? new Set()
    found.set(source, known)
    for (const home of homes) known.add(home)
  }
  return found
}

/** Gives tables names that can be compared. */
class Naming {
  readonly #datasources: ReadonlyMap<string, ReadonlySet<string>>
  readonly #homes: ReadonlyMap<string, ReadonlySet<string>>
  readonly #project: string | undefined

  constructor(nodes: readonly NodeTables[], project: string | undefined) {
    this.#datasources = datasourcesOf(nodes)
    this.#homes = homesOf(nodes, (table) => this.#sourceOf(table))
    this.#project = project?.toLowerCase()
  }

  #hasSeveral(store: string): boolean {
    return (this.#datasources.get(store)?.size ?? 0) > 1
  }

  /** Where there is one data source, nodes that name none use it, too. */
  #sourceOf({ store, datasource = '' }: TableName): string {
    return `${store}/${this.#hasSeveral(store) ? datasource : ''}`
  }

  /** A name without a project is looked for in that of its data source, as far as it is known. */
  named(table: TableName): TableName {
    if (table.name.includes('.')) return table
    const [home, ...others] = this.#homes.get(this.#sourceOf(table)) ?? []
    if (home !== undefined && others.length === 0)
      return { ...table, name: `${home}.${table.name}`, datasource: undefined }
    if (this.#hasSeveral(table.store)) return table
    const isOfProject = table.store === 'odps' && this.#project !== undefined
    return { ...table, name: isOfProject ? `${this.#project}.${table.name}` : table.name, datasource: undefined }
  }
}

/** What the code says, and of what is declared what the code does not say. */
function usesOf({ ofCode, declared }: NodeTables, naming: Naming): readonly Omit<PlacedUse, 'owner'>[] {
  const placed = (use: NodeTable): Omit<PlacedUse, 'owner'> => {
    const table = naming.named(use.table)
    return { ...use, table, key: keyOf(table) }
  }
  const fromCode = ofCode.map(placed)
  const known = new Set(fromCode.map(({ kind, key }) => `${kind} ${key}`))
  return [...fromCode, ...declared.map(placed).filter(({ kind, key }) => !known.has(`${kind} ${key}`))]
}

/**
 * Reads the tables of all nodes of some documents; linear in them.
 *
 * @param project - the project that names without one are looked for in, where it is known
 */
export function mapTables(documents: readonly GivenDocument[], project: string | undefined): TableMap {
  const graph = graphOf(documents.map(({ document }) => document).map(asObject))
  const byPath = new Map(graph.nodes.map((node) => [node.path, node]))
  const read = documents.map(({ document }) => {
    const index = indexSpec(document)
    return index.nodes.map((node) => tablesOfNode(index, node))
  })
  const naming = new Naming(read.flat(), project)
  const nodes: PlacedNode[] = []
  const byTable = new Map<string, PlacedUse[]>()
  for (const [document, ofDocument] of read.entries()) {
    for (const tables of ofDocument) {
      const vertex = byPath.get(`/${document}${tables.path}`)
      if (vertex === undefined) continue
      const uses: PlacedUse[] = []
      const owner: PlacedNode = { vertex, document, tables, uses }
      nodes.push(owner)
      for (const use of usesOf(tables, naming)) uses.push({ ...use, owner })
      for (const use of uses) addToGroup(byTable, use.key, use)
    }
  }
  return { graph, nodes, byTable }
}

function asObject(document: unknown): object {
  return typeof document === 'object' && document !== null ? document : {}
}
