import { pixels } from '../../graph/svg/screen.ts'
import type { Instance } from '../instance.ts'
import type { Point } from './marks.ts'
import type { TimeScale } from './time-scale.ts'
import type { TimelineRow } from './timeline-rows.ts'

const mostLinks = 150

/** Draws which instances wait for which: dashed where it is the previous cycle. */
export function drawLinks(
  rows: readonly TimelineRow[],
  scale: TimeScale,
  yOf: (row: number) => number,
  isWanted: boolean | undefined,
): string {
  if (!(isWanted ?? countLinks(rows) <= mostLinks)) return ''
  const points = new Map<string, Point>()
  for (const [row, { instances }] of rows.entries()) {
    for (const { id, at } of instances) points.set(id, { x: scale.x(Date.parse(at)), y: yOf(row) })
  }
  return rows.flatMap(({ instances }) => instances.flatMap((instance) => linksOf(instance, points))).join('')
}

function countLinks(rows: readonly TimelineRow[]): number {
  return rows.reduce((sum, { instances }) => instances.reduce((all, { upstream }) => all + upstream.length, sum), 0)
}

function linksOf({ id, upstream }: Instance, points: ReadonlyMap<string, Point>): readonly string[] {
  const to = points.get(id)
  return upstream.flatMap(({ id: upstreamId, type }) => {
    const from = points.get(upstreamId)
    return from === undefined || to === undefined ? [] : [drawLink(from, to, type !== 'Normal')]
  })
}

/** A curve; between instances of one time it bows to the side. */
function drawLink(from: Point, to: Point, isCross: boolean): string {
  const distance = Math.abs(to.x - from.x)
  const bow = distance < 1 ? Math.min(34, 10 + Math.abs(to.y - from.y) / 7) : Math.max(18, distance / 2)
  const bend = distance < 1 ? to.x + bow : to.x - Math.sign(to.x - from.x) * bow
  const leave = from.x + (distance < 1 ? bow : Math.sign(to.x - from.x) * bow)
  const path = `M${pixels(from.x)} ${pixels(from.y)}C${pixels(leave)} ${pixels(from.y)} ${pixels(bend)} ${pixels(to.y)} ${pixels(to.x)} ${pixels(to.y)}`
  return `<path class="fs-link${isCross ? ' fs-cross' : ''}" d="${path}"/>`
}
