import type { Instance, InstanceState } from '../instance.ts'
import { drawMark, drawTick } from './draw-mark.ts'
import { escapeXml } from './escape-xml.ts'
import type { TimeScale } from './time-scale.ts'
import type { TimelineRow } from './timeline-row.ts'

/** Marks nearer to one another than this are drawn as ticks. */
const closest = 13

/** Draws the instances of a line. */
export function drawRow({ instances }: TimelineRow, scale: TimeScale, y: number): string {
  const places = instances.map((instance) => ({ instance, x: scale.x(Date.parse(instance.at)) }))
  const isDense = places.some(({ x }, place) => x - (places[place - 1]?.x ?? Number.NEGATIVE_INFINITY) < closest)
  if (!isDense) return places.map(({ instance, x }) => drawMark(instance.state, { x, y }, describe(instance))).join('')
  // Of all that would stand on one pixel, one tick for each state is drawn.
  const ticks = new Map<string, { readonly x: number; readonly state: InstanceState; readonly all: Instance[] }>()
  for (const { instance, x } of places) {
    const pixel = Math.round(x)
    const key = `${pixel} ${instance.state}`
    const tick = ticks.get(key)
    if (tick === undefined) ticks.set(key, { x: pixel, state: instance.state, all: [instance] })
    else tick.all.push(instance)
  }
  // What does not run is rare, and drawn over what does.
  const inOrder = [...ticks.values()].sort((left, right) => rank(left.state) - rank(right.state))
  return inOrder.map(({ x, state, all }) => drawTick(state, { x, y }, describeAll(all))).join('')
}

function rank(state: InstanceState): number {
  return state === 'runs' ? 0 : 1
}

function describe({ name, at, state, dryRunReason, businessDate }: Instance): string {
  const reason = dryRunReason === undefined ? '' : ` (${dryRunReason})`
  return escapeXml(`${name} at ${at}: ${state}${reason}, business date ${businessDate}`)
}

function describeAll(all: readonly Instance[]): string {
  const [first] = all
  if (first === undefined) return ''
  return all.length === 1 ? describe(first) : `${describe(first)}, and ${all.length - 1} more`
}
