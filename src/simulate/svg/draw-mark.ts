import type { InstanceState } from '../instance.ts'
import { pixels } from './time-scale.ts'

const radius = 5.5

/** Where something is drawn. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The mark of an instance; each state has a shape of its own, so that nobody needs to tell colours apart. */
export function drawMark(state: InstanceState, { x, y }: Point, title: string): string {
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
export function drawTick(state: InstanceState, { x, y }: Point, title: string): string {
  const half = halfHeights[state]
  const place = `x="${pixels(x - 1)}" y="${pixels(y - half)}" width="2" height="${half * 2}"`
  return `<rect class="fs-tick fs-${state}" ${place}><title>${title}</title></rect>`
}
