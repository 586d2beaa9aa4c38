import {
  type ArgumentKind,
  checkArgument,
  checkSettings,
  type SettingKindsOf,
  text,
} from '../../diagnostics/arguments.ts'
import { documentSource, type GivenDocument, givenDocuments, projectIn } from '../../document/given-documents.ts'
import { deepFreeze } from '../../document/json/json-copy.ts'
import { reading } from '../../document/reading.ts'
import { distinctDocuments } from '../dependencies/distinct-documents.ts'
import { workflowNameOf } from '../dependencies/edge-sites.ts'
import { mapTables, type PlacedNode, type PlacedUse } from '../dependencies/table-map.ts'
import type { TableUse } from '../tables-of.ts'
import { hasListsOfLineage } from './lineage-kind.ts'

/** A table that nodes read or write. */
export interface LineageTable {
  /** As far as it is known: `project.schema.table`. */
  readonly name: string
  /** Which engine holds it: `odps`, `hologres`, `lake` for Hive, Spark and Trino, and so on. */
  readonly engine: string
}

/** A node with the tables that it uses. */
export interface LineageNode {
  readonly name: string
  /** The workflow it is in; the empty text where there is none. */
  readonly workflow: string
  /** The command of the node, such as `ODPS_SQL`. */
  readonly command: string | undefined
  /** RFC 6901 JSON Pointer of the node in what was given. */
  readonly path: string
  /** Its code, where it has SQL. */
  readonly sql: string | undefined
  /** Whether all that its code does with tables is known: all of it is SQL, and all of that was read. */
  readonly isWhole: boolean
}

/** A node reads or writes a table. */
export interface LineageLink {
  readonly node: LineageNode
  readonly table: LineageTable
  readonly kind: 'reads' | 'writes'
  /** Where its code says so first, counted from 1; left out where the node only declares it. */
  readonly line?: number
  readonly column?: number
  /** `false` where the SQL is a text in Python or shell code. */
  readonly sure?: TableUse['sure']
}

/** Tables and the nodes between them. */
export interface Lineage {
  readonly tables: readonly LineageTable[]
  readonly nodes: readonly LineageNode[]
  readonly links: readonly LineageLink[]
}

/** Settings of {@link lineage}. */
export interface LineageOptions {
  /** The project that names of tables without one belong to. Default: that of a project builder. */
  readonly project?: string
  /** Of a project with environments: the one whose documents are meant. It has to be said. */
  readonly environment?: string
}

export const lineageKinds: SettingKindsOf<LineageOptions> = { project: text, environment: text }

/** Documents, and not the lineage of some. */
const sourceKind: ArgumentKind = {
  ...documentSource,
  holds: (value) => documentSource.holds(value) && !hasListsOfLineage(value),
  inside: (argument, value) =>
    hasListsOfLineage(value)
      ? { message: `${argument} is a lineage already.`, hint: `Give ${documentSource.takes}, or use it as it is.` }
      : documentSource.inside?.(argument, value),
}

function nodeOf({ vertex, tables }: PlacedNode, document: string): LineageNode {
  const { name, command } = vertex
  const path = document + tables.path
  const sql =
    tables.language === undefined || tables.language === 'pyodps' || tables.language === 'shell'
      ? undefined
      : tables.code
  return { name, workflow: workflowNameOf(vertex), command, path, sql, isWhole: tables.isWhole }
}

/** What a node does with each table, once; what makes a table without writing it is no flow of rows. */
function firstUses({ uses }: PlacedNode): readonly PlacedUse[] {
  const first = new Map<string, PlacedUse>()
  for (const use of uses) {
    const key = `${use.kind} ${use.key}`
    if ((use.kind === 'reads' || use.kind === 'writes') && !first.has(key)) first.set(key, use)
  }
  return [...first.values()]
}

function linkOf(use: PlacedUse, node: LineageNode, table: LineageTable): LineageLink {
  const { line, column, isSure } = use
  const place = line === undefined || column === undefined ? {} : { line, column }
  return { node, table, kind: use.kind === 'reads' ? 'reads' : 'writes', ...place, ...(isSure ? {} : { sure: false }) }
}

/**
 * The tables that the nodes of documents read and write, as data: what comes from where, over all workflows. Linear in the documents.
 *
 * @returns the lineage, frozen
 * @param source - a document, a builder, a project, or a list of these; a document that is given twice counts once
 * @throws FlowSpecError of a project with environments whose documents are others in each, when `environment` does not say which
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { lineage } from 'flowspec/sql'
 *
 * const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders')
 * const { links } = lineage(workflow('orders').cron('00 02 00 * * ?').nodes(ods))
 * for (const { node, kind, table } of links) process.stdout.write(`${node.name} ${kind} ${table.name}\n`)
 * ```
 */
export function lineage(source: object, options: LineageOptions = {}): Lineage {
  checkSettings('lineage', 'options', options, lineageKinds)
  return deepFreeze(readLineage('lineage', source, options))
}

/** The same as {@link lineage}, for a call of another name. */
export function readLineage(call: string, source: object, options: LineageOptions): Lineage {
  checkArgument(call, 'source', source, sourceKind)
  const { environment } = options
  const documents = reading(call, source, () => distinctDocuments(givenDocuments(source, { environment })))
  return lineageOf(documents, options.project ?? projectIn(source))
}

/** The lineage of documents that were found in what somebody gave; tables without a project are in the one that is named. */
export function lineageOf(documents: readonly GivenDocument[], project: string | undefined): Lineage {
  const map = mapTables(documents, project)
  const tables = new Map<string, LineageTable>()
  const nodes: LineageNode[] = []
  const links: LineageLink[] = []
  for (const placed of map.nodes) {
    const node = nodeOf(placed, documents[placed.document]?.path ?? '')
    nodes.push(node)
    for (const use of firstUses(placed)) {
      const table = tables.get(use.key) ?? { name: use.table.name, engine: use.table.store }
      tables.set(use.key, table)
      links.push(linkOf(use, node, table))
    }
  }
  return { tables: [...tables.values()], nodes, links }
}
