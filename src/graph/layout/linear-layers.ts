import { type Extent, gaps, type Layered, type LayerTask, type Link } from './extent.ts'
import { LayerExtents } from './layer-extents.ts'
import { successorsOf } from './layer-numbers.ts'

/** How often the boxes of each layer are put in the order of what they are joined to. */
const sweeps = 4

/** The boxes that each box is joined to, before it and after it. */
interface Neighbours {
  readonly before: readonly (readonly number[])[]
  readonly after: readonly (readonly number[])[]
}

function neighboursOf(count: number, links: readonly Link[]): Neighbours {
  const backwards = links.map(({ from, to }) => ({ from: to, to: from }))
  return { before: successorsOf(count, backwards), after: successorsOf(count, links) }
}

function rowsOf(layers: readonly number[]): number[][] {
  const rows: number[][] = []
  for (const [at, layer] of layers.entries()) {
    const row = rows[layer]
    if (row === undefined) rows[layer] = [at]
    else row.push(at)
  }
  return Array.from(rows, (row) => row ?? [])
}

function mean(values: readonly number[], otherwise: number): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Puts the boxes of each layer in the order of the middle of what they are joined to, forth and back. */
function orderRows(rows: readonly number[][], { before, after }: Neighbours): void {
  const positions = new Map<number, number>()
  const remember = (row: readonly number[]): void => {
    for (const [position, at] of row.entries()) positions.set(at, (position + 0.5) / row.length)
  }
  for (const row of rows) remember(row)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const joined = sweep % 2 === 0 ? before : after
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const wanted = new Map(
        row.map((at) => [
          at,
          mean(
            (joined[at] ?? []).map((one) => positions.get(one) ?? 0),
            positions.get(at) ?? 0,
          ),
        ]),
      )
      row.sort((left, right) => (wanted.get(left) ?? 0) - (wanted.get(right) ?? 0) || left - right)
      remember(row)
    }
  }
}

/** Places the boxes of layers across, each as near to what it is joined to as the boxes beside it leave room for. */
class AcrossPlaces {
  readonly starts: number[]
  readonly #boxes: readonly Extent[]

  constructor(boxes: readonly Extent[]) {
    this.#boxes = boxes
    this.starts = new Array<number>(boxes.length).fill(0)
  }

  #sizeOf(at: number): number {
    return this.#boxes[at]?.across ?? 0
  }

  #middleOf(at: number): number {
    return (this.starts[at] ?? 0) + this.#sizeOf(at) / 2
  }

  place(row: readonly number[], joined: readonly (readonly number[])[]): void {
    let free = Number.NEGATIVE_INFINITY
    const shifts: number[] = []
    for (const at of row) {
      const ends = joined[at] ?? []
      const middles = ends.map((end) => this.#middleOf(end))
      const wanted = mean(middles, Math.max(free, 0) + this.#sizeOf(at) / 2) - this.#sizeOf(at) / 2
      const start = Math.max(free, wanted)
      if (ends.length > 0) shifts.push(wanted - start)
      this.starts[at] = start
      free = start + this.#sizeOf(at) + gaps.across
    }
    const shift = mean(shifts, 0)
    for (const at of row) this.starts[at] = (this.starts[at] ?? 0) + shift
  }
}

/** Where each box is across: the first layers by what comes after them, the others by what they come after. */
function acrossOf(
  rows: readonly (readonly number[])[],
  boxes: readonly Extent[],
  { before, after }: Neighbours,
): number[] {
  const places = new AcrossPlaces(boxes)
  for (const row of rows) places.place(row, before)
  for (const row of rows.toReversed().slice(1)) places.place(row, after)
  const least = places.starts.reduce((all, one) => Math.min(all, one), Number.POSITIVE_INFINITY)
  return places.starts.map((start) => start - least)
}

/** Where each layer begins, and how far it goes. */
function extentsOf(rows: readonly (readonly number[])[], boxes: readonly Extent[]): { start: number; size: number }[] {
  let start = 0
  return rows.map((row) => {
    const size = row.reduce((most, at) => Math.max(most, boxes[at]?.along ?? 0), 0)
    const extent = { start, size }
    start += size + gaps.along
    return extent
  })
}

/**
 * Places any number of boxes in layers, in time that hardly grows faster than they do. Lines that pass over layers may go
 * behind boxes.
 */
export function layerLinearly({ boxes, links, layers }: LayerTask): Layered {
  const neighbours = neighboursOf(boxes.length, links)
  const rows = rowsOf(layers)
  orderRows(rows, neighbours)
  const across = acrossOf(rows, boxes, neighbours)
  const extents = extentsOf(rows, boxes)
  const places = boxes.map((box, at): Extent => {
    const { start = 0, size = 0 } = extents[layers[at] ?? 0] ?? {}
    return { along: start + (size - box.along) / 2, across: across[at] ?? 0 }
  })
  const layerExtents = new LayerExtents(boxes, places)
  const ways = links.map((link) => {
    const label = link.label === undefined ? undefined : layerExtents.between(link)
    // Boxes of one layer are joined straight: lines that are no dependency of the same cycle may join them.
    return layers[link.from] === layers[link.to]
      ? { points: [], label }
      : layerExtents.leaving(link, { points: [], label })
  })
  const size = places.reduce<Extent>(
    (most, { along, across: start }, at) => ({
      along: Math.max(most.along, along + (boxes[at]?.along ?? 0)),
      across: Math.max(most.across, start + (boxes[at]?.across ?? 0)),
    }),
    { along: 0, across: 0 },
  )
  return { places, ways, size }
}
