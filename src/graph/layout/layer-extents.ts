import type { Extent, Link, Way } from './extent.ts'

/** How far the layers go, when their boxes have places: the boxes of a layer have their middles at one place along. */
export class LayerExtents {
  readonly #boxes: readonly Extent[]
  readonly #places: readonly Extent[]
  readonly #halves: Map<number, number> = new Map()

  constructor(boxes: readonly Extent[], places: readonly Extent[]) {
    this.#boxes = boxes
    this.#places = places
    for (const [at, { along }] of boxes.entries()) {
      const middle = Math.round(this.#middle(at).along)
      this.#halves.set(middle, Math.max(this.#halves.get(middle) ?? 0, along / 2))
    }
  }

  #middle(at: number): Extent {
    const [start, size] = [this.#places[at], this.#boxes[at]]
    return {
      along: (start?.along ?? 0) + (size?.along ?? 0) / 2,
      across: (start?.across ?? 0) + (size?.across ?? 0) / 2,
    }
  }

  /** The middle between two boxes that a line joins. */
  between({ from, to }: Link): Extent {
    const [start, end] = [this.#middle(from), this.#middle(to)]
    return { along: (start.along + end.along) / 2, across: (start.across + end.across) / 2 }
  }

  /** Half of how far the layer with this middle goes; undefined where none has it. */
  halfAt(along: number): number | undefined {
    return this.#halves.get(Math.round(along))
  }

  /** Where a line from or to a box passes the edge of its layer; nothing where the box goes as far itself. */
  #edge(at: number, sign: 1 | -1): readonly Extent[] {
    const { along, across } = this.#middle(at)
    const half = this.halfAt(along) ?? 0
    const isBeyond = half > (this.#boxes[at]?.along ?? 0) / 2 + 1
    return isBeyond ? [{ along: along + sign * half, across }] : []
  }

  /** A way that goes straight to the end of the layer it begins in, and straight into the one it ends in. */
  leaving({ from, to }: Link, { points, label }: Way): Way {
    return { points: [...this.#edge(from, 1), ...points, ...this.#edge(to, -1)], label }
  }
}
