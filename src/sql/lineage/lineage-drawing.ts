import { checkSettings, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { escapeDot } from '../../graph/drawing/dot.ts'
import { escapeMermaid } from '../../graph/drawing/mermaid.ts'
import { type RenderDirection, renderDirection } from '../../graph/drawing/render-options.ts'
import type { Lineage, LineageLink } from './lineage.ts'
import { givenLineage } from './lineage-kind.ts'

/** Settings of the pictures of a lineage. */
export interface LineageDrawingOptions {
  /** Where arrows lead: `LR` from left to right, and so on. Default `LR`. */
  readonly direction?: RenderDirection
}

const drawingKinds: SettingKindsOf<LineageDrawingOptions> = { direction: renderDirection }

/** What pictures call tables and nodes: never a text of a document. */
function namesOf({ tables, nodes }: Lineage): ReadonlyMap<object, string> {
  return new Map<object, string>([
    ...tables.map((table, at) => [table, `t${at}`] as const),
    ...nodes.map((node, at) => [node, `n${at}`] as const),
  ])
}

/** The nodes that use tables: others are no part of the picture. */
export function drawnNodes({ nodes, links }: Lineage): Lineage['nodes'] {
  const used = new Set(links.map(({ node }) => node))
  return nodes.filter((node) => used.has(node))
}

/** From where to where an arrow leads: rows flow from tables that are read to those that are written. */
export function ends({ node, table, kind }: LineageLink): readonly [from: object, to: object] {
  return kind === 'reads' ? [table, node] : [node, table]
}

/**
 * Draws tables, as drums, and the nodes between them as a flowchart in Mermaid. Every text is escaped; arrows are dotted where
 * the SQL stands in Python or shell code.
 *
 * @throws FlowSpecError when the direction is not one of the four
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { lineage, lineageToMermaid } from 'flowspec/sql'
 *
 * const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders')
 * process.stdout.write(lineageToMermaid(lineage(workflow('orders').cron('00 02 00 * * ?').nodes(ods))))
 * ```
 */
export function lineageToMermaid(lineage: Lineage, options: LineageDrawingOptions = {}): string {
  const given = givenLineage('lineageToMermaid', lineage)
  checkSettings('lineageToMermaid', 'options', options, drawingKinds)
  const { direction = 'LR' } = options
  const names = namesOf(given)
  const lines = [
    `flowchart ${direction}`,
    ...given.tables.map((table) => `  ${names.get(table)}[("${escapeMermaid(table.name)}")]`),
    ...drawnNodes(given).map((node) => `  ${names.get(node)}["${escapeMermaid(node.name)}"]`),
    ...given.links.map((link) => {
      const [from, to] = ends(link)
      return `  ${names.get(from)} ${link.sure === false ? '-.->' : '-->'} ${names.get(to)}`
    }),
  ]
  return `${lines.join('\n')}\n`
}

/**
 * Draws what {@link lineageToMermaid} draws in the language of Graphviz, whose `dot` also lays out many thousands of tables.
 *
 * @throws FlowSpecError when the direction is not one of the four
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { lineage, lineageToDot } from 'flowspec/sql'
 *
 * const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders')
 * process.stdout.write(lineageToDot(lineage(workflow('orders').cron('00 02 00 * * ?').nodes(ods))))
 * ```
 */
export function lineageToDot(lineage: Lineage, options: LineageDrawingOptions = {}): string {
  const given = givenLineage('lineageToDot', lineage)
  checkSettings('lineageToDot', 'options', options, drawingKinds)
  const { direction = 'LR' } = options
  const names = namesOf(given)
  const lines = [
    'digraph {',
    `  rankdir=${direction}`,
    ...given.tables.map((table) => `  ${names.get(table)} [label="${escapeDot(table.name)}", shape=cylinder]`),
    ...drawnNodes(given).map((node) => `  ${names.get(node)} [label="${escapeDot(node.name)}", shape=box]`),
    ...given.links.map((link) => {
      const [from, to] = ends(link)
      return `  ${names.get(from)} -> ${names.get(to)}${link.sure === false ? ' [style=dashed]' : ''}`
    }),
    '}',
  ]
  return `${lines.join('\n')}\n`
}
