import type { RenderDirection } from '../drawing/render-options.ts'
import { type BoxLook, boxLook, frameLook, frameRoom, labelSize, lineLabel } from './box-look.ts'
import type { Diagram, DiagramLine } from './diagram.ts'
import type { Extent, Way } from './extent.ts'
import { type Arrangement, arrangeFrame, type Budget, type FrameLine, mostForDagre } from './frame-arrangement.ts'
import { FrameCrossings } from './frame-crossings.ts'
import type { Gate } from './gates.ts'
import { ItemTree, type LiftedLine } from './item-tree.ts'

/** A box or frame and where it stands, along the arrows and across them. */
export interface PlacedItem {
  readonly look: BoxLook
  readonly start: Extent
  readonly size: Extent
}

/** A line and how it goes. */
export interface PlacedLine {
  readonly line: DiagramLine
  /** Where it passes, its ends left out. */
  readonly points: readonly Extent[]
  /** The text beside it and the middle of that; undefined for none. */
  readonly label: { readonly text: string; readonly middle: Extent } | undefined
}

/** A picture of which everything has its place. */
export interface DiagramLayout {
  readonly items: readonly PlacedItem[]
  readonly lines: readonly PlacedLine[]
  readonly size: Extent
}

/** A line of a frame, and the lines of the diagram that it stands for. */
interface Bundle {
  readonly line: FrameLine
  readonly of: number[]
}

type BundlesByFrame = Map<number | undefined, Map<string, Bundle>>

class Layouter {
  readonly #diagram: Diagram
  readonly #isVertical: boolean
  readonly #titleFirst: boolean
  readonly #tree: ItemTree
  readonly #looks: readonly BoxLook[]
  readonly #sizes: Extent[]
  readonly #bundles: BundlesByFrame = new Map()
  readonly #crossings: FrameCrossings
  /** By the box and the side of each gate. */
  readonly #gateWays: Map<string, readonly Extent[]> = new Map()
  readonly #arranged: Map<number | undefined, Arrangement> = new Map()
  readonly #budget: Budget = { left: mostForDagre }

  constructor(diagram: Diagram, direction: RenderDirection) {
    this.#diagram = diagram
    this.#isVertical = direction === 'TB' || direction === 'BT'
    this.#titleFirst = direction !== 'BT'
    this.#tree = new ItemTree(diagram)
    this.#crossings = new FrameCrossings(diagram, this.#tree)
    this.#looks = diagram.items.map((item) => (item.isFrame ? frameLook(item) : boxLook(item)))
    this.#sizes = this.#looks.map(({ width, height }) => this.#extent(width, height))
  }

  layout(): DiagramLayout {
    this.#bundleLines()
    // Frames stand before what is in them, so the other way round what is in a frame has its size first.
    for (let at = this.#diagram.items.length - 1; at >= 0; at--) {
      if (this.#diagram.items[at]?.isFrame === true) this.#arrange(at)
    }
    this.#arrange(undefined)
    const starts = this.#starts()
    const items = this.#looks.map((look, at): PlacedItem => {
      return { look, start: starts[at] ?? nowhere, size: this.#sizes[at] ?? nowhere }
    })
    const size = this.#arranged.get(undefined)?.size ?? nowhere
    return { items, lines: this.#lines(starts), size }
  }

  #extent(width: number, height: number): Extent {
    return this.#isVertical ? { along: height, across: width } : { along: width, across: height }
  }

  #bundleLines(): void {
    for (const [at, line] of this.#diagram.lines.entries()) {
      const lifted = this.#tree.lift(line)
      if (lifted !== undefined) this.#bundle(at, line, lifted)
    }
  }

  /** Lines between nodes of two frames go one way together, unless something stands beside them. */
  #bundle(at: number, line: DiagramLine, { frame, from, to }: LiftedLine): void {
    const bundles = this.#bundles.get(frame) ?? new Map<string, Bundle>()
    this.#bundles.set(frame, bundles)
    const isDirect = from === line.from && to === line.to
    const key = `${from} ${to} ${isDirect || line.label !== '' ? at : line.kind}`
    const bundle = bundles.get(key)
    if (bundle !== undefined) {
      bundle.of.push(at)
      return
    }
    const size = line.label === '' ? undefined : labelSize(lineLabel(line.label))
    const label = size === undefined ? undefined : this.#extent(size.width, size.height)
    bundles.set(key, { line: { from, to, label, counts: line.kind !== 'previous' }, of: [at] })
  }

  #arrange(frame: number | undefined): void {
    const children = this.#tree.children.get(frame) ?? []
    const numbers = new Map(children.map((child, number) => [child, number]))
    const bundles = [...(this.#bundles.get(frame)?.values() ?? [])]
    const lines = bundles.map(({ line }) => ({
      ...line,
      from: numbers.get(line.from) ?? 0,
      to: numbers.get(line.to) ?? 0,
    }))
    const boxes = children.map((child) => this.#sizes[child] ?? nowhere)
    const gates = this.#crossings.gatesOf(frame).flatMap(({ box, side }): Gate[] => {
      const number = numbers.get(box)
      return number === undefined ? [] : [{ box: number, side }]
    })
    const arrangement = arrangeFrame({ boxes, lines, gates }, this.#budget)
    this.#arranged.set(frame, arrangement)
    for (const { gate, points } of arrangement.gateWays) {
      this.#gateWays.set(`${children[gate.box]} ${gate.side}`, points)
    }
    if (frame !== undefined) this.#sizes[frame] = this.#frameSize(frame, arrangement.size)
  }

  /** A frame is as big as what is in it, with room around it and its head above. */
  #frameSize(frame: number, inside: Extent): Extent {
    const { width = 0 } = this.#looks[frame] ?? {}
    const [insideWidth, insideHeight] = this.#isVertical ? [inside.across, inside.along] : [inside.along, inside.across]
    return this.#extent(
      Math.max(width, insideWidth + 2 * frameRoom.side),
      insideHeight + frameRoom.head + frameRoom.side,
    )
  }

  /** Where what is in a frame begins. */
  #inside(): Extent {
    const beforeHead = this.#titleFirst ? frameRoom.head : frameRoom.side
    return this.#extent(frameRoom.side, beforeHead)
  }

  #origin(frame: number | undefined, starts: readonly Extent[]): Extent {
    if (frame === undefined) return nowhere
    const start = starts[frame] ?? nowhere
    const inside = this.#inside()
    return { along: start.along + inside.along, across: start.across + inside.across }
  }

  #starts(): Extent[] {
    const starts: Extent[] = this.#diagram.items.map(() => nowhere)
    const place = (frame: number | undefined): void => {
      const origin = this.#origin(frame, starts)
      const places = this.#arranged.get(frame)?.places ?? []
      for (const [number, child] of (this.#tree.children.get(frame) ?? []).entries()) {
        starts[child] = moved(places[number] ?? nowhere, origin)
      }
    }
    place(undefined)
    for (const [at, { isFrame }] of this.#diagram.items.entries()) if (isFrame) place(at)
    return starts
  }

  /** How a line gets out of the frames around its beginning, or into those around its end. */
  #gateWay(line: number, side: Gate['side'], starts: readonly Extent[]): Extent[] {
    return this.#crossings.of(line, side).flatMap(({ frame, box }) => {
      const origin = this.#origin(frame, starts)
      return (this.#gateWays.get(`${box} ${side}`) ?? []).map((point) => moved(point, origin))
    })
  }

  /** The whole way of a line; one that leads back at the level where it goes from frame to frame crosses no gates. */
  #wholeWay(
    at: number,
    { from, to }: FrameLine,
    points: readonly Extent[],
    starts: readonly Extent[],
  ): readonly Extent[] {
    const isOnwards = (starts[from]?.along ?? 0) < (starts[to]?.along ?? 0)
    return isOnwards ? [...this.#gateWay(at, 'out', starts), ...points, ...this.#gateWay(at, 'in', starts)] : points
  }

  #lines(starts: readonly Extent[]): PlacedLine[] {
    const ways = new Map<number, Way>()
    for (const [frame, bundles] of this.#bundles) {
      const origin = this.#origin(frame, starts)
      const arranged = this.#arranged.get(frame)?.ways ?? []
      for (const [number, { of, line }] of [...bundles.values()].entries()) {
        const way = arranged[number]
        if (way === undefined) continue
        const points = way.points.map((point) => moved(point, origin))
        const label = way.label === undefined ? undefined : moved(way.label, origin)
        for (const at of of) ways.set(at, { points: this.#wholeWay(at, line, points, starts), label })
      }
    }
    return this.#diagram.lines.map((line, at): PlacedLine => {
      const { points = [], label } = ways.get(at) ?? {}
      const text = lineLabel(line.label)
      return { line, points, label: label === undefined ? undefined : { text, middle: label } }
    })
  }
}

const nowhere: Extent = { along: 0, across: 0 }

function moved({ along, across }: Extent, by: Extent): Extent {
  return { along: along + by.along, across: across + by.across }
}

/** Finds a place for everything in a diagram, each frame on its own: a frame is one box to what stands beside it. */
export function layoutDiagram(diagram: Diagram, direction: RenderDirection): DiagramLayout {
  return new Layouter(diagram, direction).layout()
}
