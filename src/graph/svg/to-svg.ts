import { checkArgument, checkSettings, object, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import { type RenderOptions, readRenderOptions, renderKinds } from '../drawing/render-options.ts'
import { type GraphSource, graphOf } from '../graph-of.ts'
import type { SpecGraph } from '../spec-graph.ts'
import { drawDiagram } from './draw-diagram.ts'
import { diagramOf, graphLineNames } from './graph-diagram.ts'
import { type SvgTheme, svgTheme } from './picture-theme.ts'

/** How the graph of a document is drawn as SVG. */
export interface SvgOptions extends RenderOptions {
  /** Colours for light or for dark surroundings. Default `auto`: what those who look at it prefer. */
  readonly theme?: SvgTheme
  /** What the picture is called for those who do not see it. Default: the names of its workflows. */
  readonly title?: string
}

const svgKinds: SettingKindsOf<SvgOptions> = { ...renderKinds, theme: svgTheme, title: text }

const mostNames = 3

function defaultTitle({ flows, nodes }: SpecGraph): string {
  const names = flows.filter(({ role }) => role === 'workflow').map(({ name }) => name)
  const shown = names.slice(0, mostNames).join(', ')
  const rest = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  return `${shown}${rest}${shown === '' ? '' : ': '}${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`
}

/**
 * Draws the graph of a document as SVG, laid out, for a page, a slide or a README: no other program is needed.
 *
 * Workflows, loops and other nodes with nodes inside are frames. Lines within one cycle are solid, those on previous
 * cycles dashed, those between workflows blue; colours tell engines apart, and every node says its command too. Lines from
 * a branch carry its conditions, lines to a join the states it waits for. Every text of the document is escaped, and cut
 * where it is long; the same document gives the same bytes.
 *
 * Frames are laid out by dagre until some hundreds of boxes and long lines are placed; of the others a layout takes its place
 * whose time is in proportion to the document: ten thousand nodes take seconds.
 *
 * @param source - a built or read document, a builder, a project, a list of documents, or a graph
 * @returns the text of an SVG document
 * @throws FlowSpecError when the direction is not one of the four
 *
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs'
 * import { odpsSql, shell, workflow } from 'flowspec'
 * import { toSvg } from 'flowspec/graph'
 *
 * const ods = odpsSql('ods').code('select 1').afterPrevious('self')
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(ods, shell('report').code('ls').after(ods))
 * const save = (file: string): void => writeFileSync(file, toSvg(orders, { theme: 'dark', direction: 'TB' }))
 * ```
 */
export function toSvg(source: GraphSource, options: SvgOptions = {}): string {
  checkArgument('toSvg', 'source', source, object)
  checkSettings('toSvg', 'options', options, svgKinds)
  const { theme = 'auto', title, ...rendering } = options
  const read = readRenderOptions('toSvg', rendering)
  const graph = graphOf(source)
  return drawDiagram(diagramOf(graph, read), {
    direction: read.direction,
    theme,
    title: title ?? defaultTitle(graph),
    lines: graphLineNames,
  })
}
