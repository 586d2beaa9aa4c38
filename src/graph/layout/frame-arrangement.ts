import { layerByDagre } from './dagre-layers.ts'
import { type Extent, gaps, type LayerTask, type Link, type Way } from './extent.ts'
import { type Gate, Gates, type GateWay } from './gates.ts'
import { numberLayers } from './layer-numbers.ts'
import { layerLinearly } from './linear-layers.ts'
import { shelve } from './shelves.ts'

/** A line between two boxes of a frame. */
export interface FrameLine {
  readonly from: number
  readonly to: number
  /** Whether it decides what comes after what: lines of previous cycles do not. */
  readonly counts: boolean
  readonly label: Extent | undefined
}

/** What stands directly in a frame. */
export interface FrameContents {
  readonly boxes: readonly Extent[]
  readonly lines: readonly FrameLine[]
  readonly gates: readonly Gate[]
}

/** Where everything in a frame stands, from where the frame's room for it begins. */
export interface Arrangement {
  readonly places: readonly Extent[]
  /** For each line, where it passes on the way from its beginning. */
  readonly ways: readonly Way[]
  /** How lines from elsewhere come to a box, or from one. */
  readonly gateWays: readonly GateWay[]
  readonly size: Extent
}

/** What dagre may still take for a picture: boxes, and lines by the layers that they pass. */
export interface Budget {
  left: number
}

/** A picture beyond this is laid out linearly: see docs/decisions/layout-of-pictures.md. */
export const mostForDagre = 700

/** Lines turned so that all lead onwards; `turned` tells which were. */
function turnedLinks(lines: readonly FrameLine[], turns: readonly number[]): readonly (Link & { turned: boolean })[] {
  return lines.map(({ from, to, label }) =>
    (turns[from] ?? 0) < (turns[to] ?? 0)
      ? { from, to, label, turned: false }
      : { from: to, to: from, label, turned: true },
  )
}

function workOf({ boxes, links, layers }: LayerTask): number {
  const spans = links.map(({ from, to }) => 2 * Math.abs((layers[to] ?? 0) - (layers[from] ?? 0)) - 1)
  return boxes.length + spans.reduce((sum, span) => sum + Math.max(span, 1), 0)
}

/** Places boxes that lines join. */
function layered({ boxes, lines, gates }: FrameContents, budget: Budget): Arrangement {
  const { turns, layers } = numberLayers(boxes.length, lines)
  const links = turnedLinks(lines, turns)
  const task: LayerTask = { boxes, links, layers }
  const opened = new Gates(task, gates)
  const work = workOf(opened.task)
  const isInBudget = work <= budget.left
  if (isInBudget) budget.left -= work
  const { places, ways, size } = isInBudget ? layerByDagre(opened.task) : layerLinearly(task)
  return {
    places: places.slice(0, boxes.length),
    ways: links.map(({ turned }, at): Way => {
      const { points = [], label } = ways[at] ?? {}
      return { points: turned ? points.toReversed() : points, label }
    }),
    gateWays: isInBudget ? opened.waysIn(ways, places, size.along) : [],
    size,
  }
}

/** The boxes that lines join to others, and those that none does. */
function joinedBoxes({ boxes, lines }: FrameContents): { readonly joined: number[]; readonly single: number[] } {
  const ends = new Set(lines.flatMap(({ from, to }) => [from, to]))
  const all = boxes.map((_, at) => at)
  return { joined: all.filter((at) => ends.has(at)), single: all.filter((at) => !ends.has(at)) }
}

/** Places what stands in a frame: what lines join in layers, and what none does in rows beside that. */
export function arrangeFrame(contents: FrameContents, budget: Budget): Arrangement {
  const { joined, single } = joinedBoxes(contents)
  const boxOf = (at: number): Extent => contents.boxes[at] ?? { along: 0, across: 0 }
  const numbers = new Map(joined.map((at, number) => [at, number]))
  const lines = contents.lines.map((line) => ({
    ...line,
    from: numbers.get(line.from) ?? 0,
    to: numbers.get(line.to) ?? 0,
  }))
  const gates = contents.gates.flatMap(({ box, side }): Gate[] => {
    const number = numbers.get(box)
    return number === undefined ? [] : [{ box: number, side }]
  })
  const made = layered({ boxes: joined.map(boxOf), lines, gates }, budget)
  const rows = shelve(single.map(boxOf))
  const below = joined.length > 0 && single.length > 0 ? made.size.across + gaps.across : 0
  const places: Extent[] = contents.boxes.map(() => ({ along: 0, across: 0 }))
  for (const [number, at] of joined.entries()) places[at] = made.places[number] ?? { along: 0, across: 0 }
  for (const [number, at] of single.entries()) {
    const { along = 0, across = 0 } = rows.places[number] ?? {}
    places[at] = { along, across: across + below }
  }
  const size = {
    along: Math.max(made.size.along, rows.size.along),
    across: single.length > 0 ? below + rows.size.across : made.size.across,
  }
  const gateWays = made.gateWays.map(({ gate, points }): GateWay => {
    const end = gate.side === 'out' ? [{ along: size.along, across: points.at(-1)?.across ?? 0 }] : []
    return { gate: { ...gate, box: joined[gate.box] ?? 0 }, points: [...points, ...end] }
  })
  return { places, ways: made.ways, gateWays, size }
}
