import { type ArgumentFault, checkArgument, text } from '../../diagnostics/arguments.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import type { Lineage, LineageLink, LineageTable } from './lineage.ts'
import { givenLineage } from './lineage-kind.ts'

/** The name of a table that one which is none may mean: with the project that was left out, or spelled right. */
function nearName(name: string, tables: Lineage['tables']): string | undefined {
  const names = tables.map((table) => table.name)
  const wanted = name.toLowerCase()
  return names.find((one) => one.toLowerCase().endsWith(`.${wanted}`)) ?? didYouMean(name, names)
}

function unknownName(argument: string, name: string, tables: Lineage['tables']): ArgumentFault {
  const near = nearName(name, tables)
  const some = tables.slice(0, 3).map((table) => table.name)
  const hint =
    near !== undefined
      ? `Did you mean "${near}"?`
      : `Give the name as the lineage has it${some.length === 0 ? '; it has no table' : `, such as ${some.join(', ')}`}.`
  return { message: `${argument} is ${showValue(name)}, and the lineage has no such table.`, hint }
}

/** The tables of a name, of which there may be one in each engine. */
function namedTables(call: string, name: string, tables: Lineage['tables']): readonly LineageTable[] {
  const named = tables.filter((table) => table.name === name)
  checkArgument(call, 'name', name, {
    ...text,
    holds: () => named.length > 0,
    inside: (argument, value) => (text.holds(value) ? unknownName(argument, name, tables) : undefined),
  })
  return named
}

/** From table to table, by links of one kind into a node and of the other kind out of it. */
function reached(
  { links }: Lineage,
  start: readonly LineageTable[],
  into: LineageLink['kind'],
): readonly LineageTable[] {
  const toNodes = groupsOf(
    links.filter(({ kind }) => kind === into),
    ({ table }) => table,
  )
  const fromNodes = groupsOf(
    links.filter(({ kind }) => kind !== into),
    ({ node }) => node,
  )
  const seen = new Set(start)
  for (const table of seen) {
    for (const { node } of toNodes.get(table) ?? []) {
      for (const next of fromNodes.get(node) ?? []) seen.add(next.table)
    }
  }
  // What a lineage that can be changed says is copied, so that nothing that comes back changes with it.
  return [...seen].slice(start.length).map((table) => (Object.isFrozen(table) ? table : { ...table }))
}

/**
 * The tables that a table is made of, over any number of nodes, the nearest first.
 *
 * @param name - the name of the table as the lineage has it; where several engines have one of it, all of them are meant
 * @throws FlowSpecError when the lineage has no such table, with the name that may be meant
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
  const given = givenLineage('upstreamTables', lineage)
  return reached(given, namedTables('upstreamTables', name, given.tables), 'writes')
}

/**
 * The tables that something of a table gets into, over any number of nodes, the nearest first.
 *
 * @param name - the name of the table as the lineage has it; where several engines have one of it, all of them are meant
 * @throws FlowSpecError when the lineage has no such table, with the name that may be meant
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
  const given = givenLineage('downstreamTables', lineage)
  return reached(given, namedTables('downstreamTables', name, given.tables), 'reads')
}
