import { type ArgumentFault, type ArgumentKind, checkArgument } from '../../diagnostics/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord } from '../../document/json/records.ts'
import type { Lineage, LineageLink, LineageNode, LineageTable } from './lineage.ts'

const lists: readonly (keyof Lineage)[] = ['tables', 'nodes', 'links']

/** Whether something has the lists of a lineage, whatever is in them. */
export function hasListsOfLineage(value: unknown): boolean {
  return isRecord(value) && lists.every((list) => Array.isArray(value[list]))
}

type Tester = (value: unknown) => boolean

const isText: Tester = (value) => typeof value === 'string'
const isTextOrNone: Tester = (value) => value === undefined || typeof value === 'string'

const tableFields: Readonly<Record<string, Tester>> = { name: isText, engine: isText }
const nodeFields: Readonly<Record<string, Tester>> = {
  ...{ name: isText, workflow: isText, path: isText, command: isTextOrNone, sql: isTextOrNone },
  isWhole: (value) => typeof value === 'boolean',
}

const lost =
  'Give what lineage() gave, and no copy of parts of it: the tables and nodes of its links are those of its lists.'

/** What is wrong with an item of a list, if anything. */
function faultIn(place: string, item: unknown, fields: Readonly<Record<string, Tester>>): ArgumentFault | undefined {
  if (!isRecord(item)) return { message: `${place} is ${showValue(item)}.`, hint: lost }
  for (const [field, holds] of Object.entries(fields)) {
    if (!holds(item[field])) return { message: `${place}.${field} is ${showValue(item[field])}.`, hint: lost }
  }
  return undefined
}

function firstFault(
  place: string,
  items: readonly unknown[],
  fields: Readonly<Record<string, Tester>>,
): ArgumentFault | undefined {
  // Of a list with holes, entries() has these too.
  for (const [at, item] of items.entries()) {
    const fault = faultIn(`${place}[${at}]`, item, fields)
    if (fault !== undefined) return fault
  }
  return undefined
}

function itemsIn(value: Readonly<Record<string, unknown>>, list: keyof Lineage): readonly unknown[] {
  const items = value[list]
  return Array.isArray(items) ? items : []
}

/** What tells a table, or a node, from others of a lineage, also in a copy that was written down and read again. */
function tableKey(table: unknown): string {
  return isRecord(table) ? `${String(table['engine'])} ${String(table['name'])}` : ''
}

function nodeKey(node: unknown): string {
  return isRecord(node) ? String(node['path']) : ''
}

/** What is wrong with something that has the lists of a lineage. */
function faultOfLineage(argument: string, value: unknown): ArgumentFault | undefined {
  if (!isRecord(value) || !hasListsOfLineage(value)) return undefined
  const tables = new Set(itemsIn(value, 'tables').map(tableKey))
  const nodes = new Set(itemsIn(value, 'nodes').map(nodeKey))
  const linkFields: Readonly<Record<string, Tester>> = {
    table: (table) => isRecord(table) && tables.has(tableKey(table)),
    node: (node) => isRecord(node) && nodes.has(nodeKey(node)),
    kind: (kind) => kind === 'reads' || kind === 'writes',
  }
  return (
    firstFault(`${argument}.tables`, itemsIn(value, 'tables'), tableFields) ??
    firstFault(`${argument}.nodes`, itemsIn(value, 'nodes'), nodeFields) ??
    firstFault(`${argument}.links`, itemsIn(value, 'links'), linkFields)
  )
}

/** What `lineage()` gives. */
const lineageKind: ArgumentKind = {
  takes: 'what lineage() gives',
  holds: (value) => hasListsOfLineage(value) && faultOfLineage('', value) === undefined,
  inside: faultOfLineage,
}

/** The lineage with links to the very tables and nodes of its lists, which a copy has others in the place of. */
function joined(lineage: Lineage): Lineage {
  const { tables, nodes, links } = lineage
  const ends = new Set<LineageTable | LineageNode>([...tables, ...nodes])
  if (links.every(({ table, node }) => ends.has(table) && ends.has(node))) return lineage
  const byTable = new Map(tables.map((table) => [tableKey(table), table]))
  const byNode = new Map(nodes.map((node) => [nodeKey(node), node]))
  return {
    ...{ tables, nodes },
    links: links.map((link): LineageLink => {
      const [table, node] = [byTable.get(tableKey(link.table)), byNode.get(nodeKey(link.node))]
      return { ...link, table: table ?? link.table, node: node ?? link.node }
    }),
  }
}

/**
 * The lineage that a call was given.
 *
 * @throws FlowSpecError when it is none
 */
export function givenLineage(call: string, lineage: Lineage, argument = 'lineage'): Lineage {
  checkArgument(call, argument, lineage, lineageKind)
  return joined(lineage)
}
