import {
  boolean,
  checkArgument,
  checkSettings,
  number,
  type SettingKindsOf,
  text,
} from '../../diagnostics/arguments.ts'
import { compareText } from '../../diagnostics/diagnostic-order.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { escapeXml } from '../../diagnostics/xml-text.ts'
import { checkZone, type Zone } from '../../schedule/zones/zone.ts'
import type { Instance } from '../instance.ts'
import { clockAt, wallClockText } from '../plan/span.ts'
import { type Simulation, simulationKind } from '../simulation.ts'
import { drawAxis } from './axis.ts'
import { drawLabel, labelWidth } from './labels.ts'
import { drawLinks } from './links.ts'
import { drawLegend, drawRow } from './marks.ts'
import { type TimeScale, timeScale } from './time-scale.ts'
import { timelineRows } from './timeline-rows.ts'
import { timelineStyle } from './timeline-style.ts'

/**
 * How a timeline is drawn.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { simulate, timelineSvg, type TimelineSvgOptions } from 'flowspec/simulate'
 *
 * const wide: TimelineSvgOptions = { title: 'Orders in March', width: 1200, timezone: 'Europe/London' }
 * const march = simulate(workflow('orders').cron('00 02 00 * * ?'), { from: '2026-03-01', to: '2026-03-31' })
 * const svg = timelineSvg(march, wide)
 * ```
 */
export interface TimelineSvgOptions {
  /** What the picture is called. Default: `Instances from … to …`. */
  readonly title?: string | undefined
  /** Its width in pixels, at least 320. Default: 960. */
  readonly width?: number | undefined
  /** The time zone of the axis, by its exact name. Default: that of most instances. */
  readonly timezone?: string | undefined
  /** How many rows are drawn; a last line says how many more there are. Default: 200. */
  readonly maxRows?: number | undefined
  /** Whether dependencies are drawn. Default: when there are 150 at most. */
  readonly dependencies?: boolean | undefined
}

const timelineKinds: SettingKindsOf<TimelineSvgOptions> = {
  title: text,
  width: number,
  timezone: text,
  maxRows: number,
  dependencies: boolean,
}

const defaults = { width: 960, maxRows: 200 } as const
const narrowest = 320
const padding = 20
const rowHeight = 28
const firstRow = 84
const legendHeight = 60
/** Below the rows, and below what is said of clock changes. */
const legendTop = 38

/**
 * The instances of a simulation as a timeline: a picture in SVG, light or dark as its surroundings are, with a title for
 * those who do not see it. Every state has a shape of its own; where instances stand close together they become ticks.
 *
 * @param simulation - what `simulate` gave
 * @returns the text of an SVG document, to be written to a file or put into a page
 * @throws FlowSpecError for an unknown time zone
 *
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs'
 * import { shell, workflow } from 'flowspec'
 * import { simulate, timelineSvg } from 'flowspec/simulate'
 *
 * const report = workflow('report').cron('00 30 02 * * ?').timezone('America/New_York').nodes(shell('count').code('1'))
 * const svg = timelineSvg(simulate(report, { from: '2026-03-07', to: '2026-03-09' }), { title: 'Clocks go forward' })
 * const save = (file: string): void => writeFileSync(file, svg)
 * ```
 */
export function timelineSvg(simulation: Simulation, options: TimelineSvgOptions = {}): string {
  checkArgument('timelineSvg', 'simulation', simulation, simulationKind)
  checkSettings('timelineSvg', 'options', options, timelineKinds)
  const zone = zoneOf(options.timezone ?? mostUsedZone(simulation.instances))
  const all = timelineRows(simulation)
  const rows = all.slice(0, Math.max(0, options.maxRows ?? defaults.maxRows))
  const width = Math.max(narrowest, options.width ?? defaults.width)
  const left = padding + labelWidth(rows, zone.name, width / 3)
  const scale = timeScale(simulation, left + padding, width - padding)
  const yOf = (row: number): number => firstRow + row * rowHeight + rowHeight / 2
  const bottom = firstRow + rows.length * rowHeight
  const height = bottom + legendHeight
  const title = options.title ?? defaultTitle(zone, scale)
  const notDrawn = all.length - rows.length
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="fs-timeline" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${timelineStyle}</style>`,
    `<rect class="fs-back" width="${width}" height="${height}" rx="8"/>`,
    `<text class="fs-text fs-title" x="${padding}" y="30">${escapeXml(title)}</text>`,
    drawAxis(zone, scale, { top: firstRow, bottom }),
    ...rows.map((row, index) =>
      drawLabel(row, { left: padding, right: width - padding, width: left - padding, y: yOf(index) }),
    ),
    drawLinks(rows, scale, yOf, options.dependencies),
    ...rows.map((row, index) => drawRow(row, scale, yOf(index))),
    drawLegend(simulation.instances, padding, bottom + legendTop),
    notDrawn > 0
      ? `<text class="fs-quiet fs-end" x="${width - padding}" y="${bottom + legendTop + 4}">… and ${notDrawn} more rows</text>`
      : '',
    '</svg>\n',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function defaultTitle(zone: Zone, { from, to }: TimeScale): string {
  const [first, last] = [from, to].map((instant) => wallClockText(clockAt(zone, instant)).slice(0, 16))
  return `Instances from ${first} to ${last}`
}

function zoneOf(name: string): Zone {
  const checked = checkZone(name)
  if (checked.ok) return checked.zone
  throw new FlowSpecError(checked.diagnostics.map((fault) => ({ ...fault, path: '/timezone' })))
}

/** The zone of most instances; of several, the first by name. */
function mostUsedZone(instances: readonly Instance[]): string {
  const counts = new Map<string, number>()
  for (const { timezone } of instances) counts.set(timezone, (counts.get(timezone) ?? 0) + 1)
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || compareText(a, b))
  return first?.[0] ?? 'Asia/Shanghai'
}
