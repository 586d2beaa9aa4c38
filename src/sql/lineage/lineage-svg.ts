import { checkSettings, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import { renderDirection } from '../../graph/drawing/render-options.ts'
import { drawDiagram } from '../../graph/svg/draw-diagram.ts'
import { type SvgTheme, svgTheme } from '../../graph/svg/picture-theme.ts'
import type { Lineage } from './lineage.ts'
import { lineageDiagram, lineageLineNames } from './lineage-diagram.ts'
import { drawnNodes, type LineageDrawingOptions } from './lineage-drawing.ts'
import { givenLineage } from './lineage-kind.ts'

/** Settings of {@link lineageToSvg}. */
export interface LineageSvgOptions extends LineageDrawingOptions {
  /** Colours for light or for dark surroundings. Default `auto`: what those who look at it prefer. */
  readonly theme?: SvgTheme
  /** What the picture is called for those who do not see it. Default: how many tables and nodes there are. */
  readonly title?: string
}

const lineageSvgKinds: SettingKindsOf<LineageSvgOptions> = { direction: renderDirection, theme: svgTheme, title: text }

/**
 * Draws what {@link lineageToMermaid} draws as SVG, laid out: tables as drums, coloured by their engine, and the nodes between
 * them, with their workflows. Lines are dotted where the SQL stands in Python or shell code.
 *
 * @returns the text of an SVG document
 * @throws FlowSpecError when the direction is not one of the four
 *
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs'
 * import { odpsSql, workflow } from 'flowspec'
 * import { lineage, lineageToSvg } from 'flowspec/sql'
 *
 * const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders')
 * const tables = lineage(workflow('orders').cron('00 02 00 * * ?').nodes(ods))
 * const save = (file: string): void => writeFileSync(file, lineageToSvg(tables, { theme: 'dark' }))
 * ```
 */
export function lineageToSvg(lineage: Lineage, options: LineageSvgOptions = {}): string {
  const given = givenLineage('lineageToSvg', lineage)
  checkSettings('lineageToSvg', 'options', options, lineageSvgKinds)
  const { direction = 'LR', theme = 'auto', title } = options
  const counted = `${given.tables.length} tables, ${drawnNodes(given).length} nodes`
  return drawDiagram(lineageDiagram(given), {
    ...{ direction, theme, title: title ?? counted },
    lines: lineageLineNames,
  })
}
