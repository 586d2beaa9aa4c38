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
