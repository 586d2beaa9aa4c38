import type { RenderDirection } from '../drawing/render-options.ts'
import type { Extent } from '../layout/extent.ts'

/** A place on the picture, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A part of the picture. */
export interface Area extends Point {
  readonly width: number
  readonly height: number
}

/** Turns places along and across the arrows into places on the picture. */
export class Screen {
  readonly isVertical: boolean
  readonly width: number
  readonly height: number
  /** Whether the arrows point against the direction in which pixels are counted. */
  readonly isBackwards: boolean
  readonly #length: number
  readonly #margin: number

  constructor(direction: RenderDirection, size: Extent, margin: number) {
    this.isVertical = direction === 'TB' || direction === 'BT'
    this.isBackwards = direction === 'RL' || direction === 'BT'
    this.#length = size.along
    this.#margin = margin
    this.width = (this.isVertical ? size.across : size.along) + 2 * margin
    this.height = (this.isVertical ? size.along : size.across) + 2 * margin
  }

  point({ along, across }: Extent): Point {
    const forth = (this.isBackwards ? this.#length - along : along) + this.#margin
    const side = across + this.#margin
    return this.isVertical ? { x: side, y: forth } : { x: forth, y: side }
  }

  area(start: Extent, size: Extent): Area {
    const [first, last] = [this.point(start), this.point({ along: start.along + size.along, across: start.across })]
    const [width, height] = this.isVertical ? [size.across, size.along] : [size.along, size.across]
    return { x: Math.min(first.x, last.x), y: Math.min(first.y, last.y), width, height }
  }
}

/** A length in pixels as text: tenths are as exact as anybody sees. */
export function pixels(value: number): string {
  return String(Math.round(value * 10) / 10)
}
