import type { PlacedItem, PlacedLine } from '../layout/diagram-layout.ts'
import type { Extent } from '../layout/extent.ts'
import { type Area, type Point, pixels, type Screen } from './screen.ts'

/** A line as paths of SVG: the line itself, and its head. */
export interface LinePath {
  readonly line: string
  readonly head: string
}

const headLength = 7
const halfHead = 3.6

/** How far beside the others lines of a previous cycle leave and arrive. */
const besides = 8

function middleAcross({ start, size }: PlacedItem, isBeside: boolean): number {
  return start.across + size.across / 2 + (isBeside ? Math.min(besides, size.across / 4) : 0)
}

function endOf({ start, size }: PlacedItem): number {
  return start.along + size.along
}

function holds(outer: PlacedItem, inner: PlacedItem): boolean {
  return (
    outer.start.along <= inner.start.along &&
    endOf(outer) >= endOf(inner) &&
    outer.start.across <= inner.start.across &&
    outer.start.across + outer.size.across >= inner.start.across + inner.size.across
  )
}

/** From where to where a line goes, and whether it points onwards. */
interface Ends {
  readonly from: Extent
  readonly to: Extent
  readonly isOnwards: boolean
}

/** Lines leave at the far end of a box and arrive at the near one; those that lead back, the other way round. */
function endsOf(from: PlacedItem, to: PlacedItem, isBeside: boolean): Ends {
  const near = (item: PlacedItem): Extent => ({ along: item.start.along, across: middleAcross(item, isBeside) })
  const far = (item: PlacedItem): Extent => ({ along: endOf(item), across: middleAcross(item, isBeside) })
  // Between a frame and what is in it, a line stays inside.
  if (holds(from, to))
    return { from: { ...near(from), across: middleAcross(to, isBeside) }, to: near(to), isOnwards: true }
  if (holds(to, from))
    return { from: far(from), to: { ...far(to), across: middleAcross(from, isBeside) }, isOnwards: true }
  const isBack = endOf(to) <= from.start.along
  return isBack
    ? { from: near(from), to: far(to), isOnwards: false }
    : { from: far(from), to: near(to), isOnwards: true }
}

function curve(from: Point, to: Point, isVertical: boolean): string {
  const [along, middle] = isVertical ? [to.y - from.y, (from.y + to.y) / 2] : [to.x - from.x, (from.x + to.x) / 2]
  const side = isVertical ? to.x - from.x : to.y - from.y
  if (Math.abs(side) < 0.5 || along === 0) return `L${pixels(to.x)} ${pixels(to.y)}`
  const controls: readonly Point[] = isVertical
    ? [
        { x: from.x, y: middle },
        { x: to.x, y: middle },
      ]
    : [
        { x: middle, y: from.y },
        { x: middle, y: to.y },
      ]
  return `C${[...controls, to].map(({ x, y }) => `${pixels(x)} ${pixels(y)}`).join(' ')}`
}

function headAt({ x, y }: Point, sign: number, isVertical: boolean): string {
  const back = -sign * headLength
  return isVertical
    ? `M${pixels(x)} ${pixels(y)}l${pixels(-halfHead)} ${pixels(back)}h${pixels(2 * halfHead)}z`
    : `M${pixels(x)} ${pixels(y)}l${pixels(back)} ${pixels(-halfHead)}v${pixels(2 * halfHead)}z`
}

/** The path of a line between two items, through the places that the layout has for it. */
export function linePath(from: PlacedItem, to: PlacedItem, { line, points }: PlacedLine, screen: Screen): LinePath {
  const ends = endsOf(from, to, line.kind === 'previous')
  const [start, end] = [screen.point(ends.from), screen.point(ends.to)]
  const sign = ends.isOnwards === screen.isBackwards ? -1 : 1
  const tip = -sign * (headLength - 1)
  const stop = screen.isVertical ? { x: end.x, y: end.y + tip } : { x: end.x + tip, y: end.y }
  let last = start
  let path = `M${pixels(start.x)} ${pixels(start.y)}`
  for (const next of [...points.map((point) => screen.point(point)), stop]) {
    path += curve(last, next, screen.isVertical)
    last = next
  }
  return { line: path, head: headAt(end, sign, screen.isVertical) }
}

/** The path of a line from an item to itself: a loop at its corner. */
export function loopPath({ x, y, width }: Area): LinePath {
  const [start, end] = [x + width - 34, x + width - 14]
  return {
    line: `M${pixels(start)} ${pixels(y)}c0 -15 20 -15 20 -6`,
    head: `M${pixels(end)} ${pixels(y)}l${pixels(-halfHead)} ${pixels(-headLength)}h${pixels(2 * halfHead)}z`,
  }
}
