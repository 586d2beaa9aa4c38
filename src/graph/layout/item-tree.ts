import type { Diagram, DiagramItem, DiagramLine } from './diagram.ts'

/** Two items side by side in one frame, in which the ends of a line stand. */
export interface LiftedLine {
  /** The frame, by its place in the list; undefined for the picture itself. */
  readonly frame: number | undefined
  readonly from: number
  readonly to: number
}

/** How the items of a diagram stand in one another. */
export class ItemTree {
  readonly #items: readonly DiagramItem[]
  readonly #depths: readonly number[]
  /** What stands directly in each frame, and under undefined in none. */
  readonly children: ReadonlyMap<number | undefined, readonly number[]>

  constructor({ items }: Diagram) {
    const children = new Map<number | undefined, number[]>()
    const depths: number[] = []
    for (const [at, { within }] of items.entries()) {
      depths.push(within === undefined ? 0 : (depths[within] ?? 0) + 1)
      const beside = children.get(within)
      if (beside === undefined) children.set(within, [at])
      else beside.push(at)
    }
    this.#items = items
    this.#depths = depths
    this.children = children
  }

  #outOf(at: number): number | undefined {
    return this.#items[at]?.within
  }

  #climb(from: number, depth: number): number {
    let at = from
    while ((this.#depths[at] ?? 0) > depth) at = this.#outOf(at) ?? at
    return at
  }

  /** The frames from an item outwards up to one around it, each with what in it leads to the item. */
  wayOut(item: number, outermost: number): readonly { readonly frame: number; readonly box: number }[] {
    const way: { readonly frame: number; readonly box: number }[] = []
    let box = item
    for (let frame = this.#outOf(item); box !== outermost && frame !== undefined; frame = this.#outOf(frame)) {
      way.push({ frame, box })
      box = frame
    }
    return way
  }

  /**
   * The innermost frame around both ends of a line, and what of it holds them; undefined when one end is in the other, or
   * both are the same.
   */
  lift(line: Pick<DiagramLine, 'from' | 'to'>): LiftedLine | undefined {
    const depth = Math.min(this.#depths[line.from] ?? 0, this.#depths[line.to] ?? 0)
    let [from, to] = [this.#climb(line.from, depth), this.#climb(line.to, depth)]
    if (from === to) return undefined
    // Of one depth, both stand in frames until neither does.
    for (let frame = this.#outOf(from); frame !== this.#outOf(to); frame = this.#outOf(from)) {
      from = frame ?? from
      to = this.#outOf(to) ?? to
    }
    return { frame: this.#outOf(from), from, to }
  }
}
