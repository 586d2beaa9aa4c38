import { checkArgument, text } from '../../diagnostics/arguments.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import { type Lineage, type LineageLink, type LineageTable, lineageKind } from './lineage.ts'

/** From table to table, by links of one kind into a node and of the other kind out of it. */
function reached({ tables, links }: Lineage, name: string, into: LineageLink['kind']): readonly LineageTable[] {
  const toNodes = groupsOf(
    links.filter(({ kind }) => kind === into),
    ({ table }) => table,
  )
  const fromNodes = groupsOf(
    links.filter(({ kind }) => kind !== into),
    ({ node }) => node,
  )
  const start = tables.filter((table) => table.name === name)
  const seen = new Set(start)
  for (const table of seen) {
    for (const { node } of toNodes.get(table) ?? []) {
      for (const next of fromNodes.get(node) ?? []) seen.add(next.table)
    }
  }
  return [...seen].filter((table) => !start.includes(table))
}

/**
 * The tables that a table is made of, over any number of nodes, the nearest first.
 *
 * @param name - the name of the table as the lineage has it
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { lineage, upstreamTables } from 'flowspec/sql'
 *
 * const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders')
 * const found = upstreamTables(lineage(workflow('orders').cron('00 02 00 * * ?').nodes(ods)), 'ods_orders')
 * process.stdout.write(`${found.map(({ name }) => name).join(', ')}\n`)
 * ```
 */
export function upstreamTables(lineage: Lineage, name: string): readonly LineageTable[] {
  checkArgument('upstreamTables', 'lineage', lineage, lineageKind)
  checkArgument('upstreamTables', 'name', name, text)
  return reached(lineage, name, 'writes')
}

/**
 * The tables that something of a table gets into, over any number of nodes, the nearest first.
 *
 * @param name - the name of the table as the lineage has it
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { downstreamTables, lineage } from 'flowspec/sql'
 *
 * const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders')
 * const found = downstreamTables(lineage(workflow('orders').cron('00 02 00 * * ?').nodes(ods)), 'src_orders')
 * process.stdout.write(`${found.map(({ name }) => name).join(', ')}\n`)
 * ```
 */
export function downstreamTables(lineage: Lineage, name: string): readonly LineageTable[] {
  checkArgument('downstreamTables', 'lineage', lineage, lineageKind)
  checkArgument('downstreamTables', 'name', name, text)
  return reached(lineage, name, 'reads')
}
