import { cut } from '../../diagnostics/show-value.ts'
import { escapeXml } from '../../diagnostics/xml-text.ts'
import { pixels } from '../../graph/svg/screen.ts'
import type { Instance, InstanceState } from '../instance.ts'
import type { TimeScale } from './time-scale.ts'
import type { TimelineRow } from './timeline-rows.ts'

const longestName = 200

/** Marks nearer to one another than this are drawn as ticks. */
const closest = 13

/** Draws the instances of a line. */
export function drawRow({ instances }: TimelineRow, scale: TimeScale, y: number): string {
  const points = instances.map((instance) => ({ instance, x: scale.x(Date.parse(instance.at)) }))
  const isDense = points.some(({ x }, index) => x - (points[index - 1]?.x ?? Number.NEGATIVE_INFINITY) < closest)
  if (!isDense)
    return points.map(({ instance, x }) => drawMark(instance.state, { x, y }, instanceTitle(instance))).join('')
  // Of all that would stand on one pixel, one tick for each state is drawn.
  const ticks = new Map<string, { readonly x: number; readonly state: InstanceState; readonly all: Instance[] }>()
  for (const { instance, x } of points) {
    const pixel = Math.round(x)
    const key = `${pixel} ${instance.state}`
    const tick = ticks.get(key)
    if (tick === undefined) ticks.set(key, { x: pixel, state: instance.state, all: [instance] })
    else tick.all.push(instance)
  }
  // What does not run is rare, and drawn over what does.
  const inOrder = [...ticks.values()].sort((left, right) => rank(left.state) - rank(right.state))
  return inOrder.map(({ x, state, all }) => drawTick(state, { x, y }, instancesTitle(all))).join('')
}

function rank(state: InstanceState): number {
  return state === 'runs' ? 0 : 1
}

function instanceTitle({ name, at, state, dryRunReason, businessDate }: Instance): string {
  const reason = dryRunReason === undefined ? '' : ` (${dryRunReason})`
  return escapeXml(`${cut(name, longestName)} at ${at}: ${state}${reason}, business date ${businessDate}`)
}

function instancesTitle(all: readonly Instance[]): string {
  const [first] = all
  if (first === undefined) return ''
  return all.length === 1 ? instanceTitle(first) : `${instanceTitle(first)}, and ${all.length - 1} more`
}

const radius = 5.5

/** Where something is drawn. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The mark of an instance; each state has a shape of its own, so that nobody needs to tell colours apart. */
function drawMark(state: InstanceState, { x, y }: Point, title: string): string {
  const name = title === '' ? '' : `<title>${title}</title>`
  const open = `class="fs-${state}" stroke-width="1.5"`
  switch (state) {
    case 'skipped':
      return `<path ${open} d="M${pixels(x)} ${pixels(y - 6.5)}l6.5 6.5-6.5 6.5-6.5-6.5z">${name}</path>`
    case 'paused':
      return square(open, { x, y }, name)
    case 'blocked':
      return `<g ${open}>${name}${square('', { x, y }, '')}${cross({ x, y })}</g>`
    case 'unknown':
      return `<path ${open} d="M${pixels(x)} ${pixels(y - 6.5)}l6.5 11.5h-13z">${name}</path>`
    default:
      return `<circle ${open} cx="${pixels(x)}" cy="${pixels(y)}" r="${radius}">${name}</circle>`
  }
}

function square(attributes: string, { x, y }: Point, name: string): string {
  const separator = attributes === '' ? '' : ' '
  return `<rect${separator}${attributes} x="${pixels(x - 5)}" y="${pixels(y - 5)}" width="10" height="10" rx="1">${name}</rect>`
}

function cross({ x, y }: Point): string {
  return `<path d="M${pixels(x - 2.5)} ${pixels(y - 2.5)}l5 5m0-5l-5 5"/>`
}

/** Half the height of a tick: low for what does nothing, high for what needs a look. */
const halfHeights: Readonly<Record<InstanceState, number>> = {
  runs: 6,
  'dry-run': 3,
  skipped: 3,
  paused: 9,
  blocked: 9,
  unknown: 9,
}

/** The mark of an instance where many stand close together. */
function drawTick(state: InstanceState, { x, y }: Point, title: string): string {
  const half = halfHeights[state]
  const extent = `x="${pixels(x - 1)}" y="${pixels(y - half)}" width="2" height="${half * 2}"`
  return `<rect class="fs-tick fs-${state}" ${extent}><title>${title}</title></rect>`
}

const words: Readonly<Record<InstanceState, string>> = {
  runs: 'runs',
  'dry-run': 'dry run',
  skipped: 'skipped',
  paused: 'paused',
  blocked: 'blocked',
  unknown: 'unknown until run time',
}

const states: readonly InstanceState[] = ['runs', 'dry-run', 'skipped', 'paused', 'blocked', 'unknown']
const gap = 26
const letter = 6.6

/** Says what the marks mean: of those states that are there. */
export function drawLegend(instances: readonly Instance[], left: number, y: number): string {
  const used = new Set(instances.map(({ state }) => state))
  let x = left
  const parts: string[] = []
  for (const state of states) {
    if (!used.has(state)) continue
    parts.push(drawMark(state, { x: x + 6, y }, ''))
    parts.push(`<text class="fs-quiet" x="${pixels(x + 18)}" y="${pixels(y + 4)}">${words[state]}</text>`)
    x += 18 + words[state].length * letter + gap
  }
  return parts.join('')
}
