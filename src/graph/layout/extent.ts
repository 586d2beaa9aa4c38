/** How far something goes along the arrows, and across them: a layout does not know where these point. */
export interface Extent {
  readonly along: number
  readonly across: number
}

/** A place, or a size, and where the label of a line stands on it. */
export interface Way {
  /** Where the line passes on its way, its ends left out. */
  readonly points: readonly Extent[]
  /** The middle of its label. */
  readonly label: Extent | undefined
}

/** A line between two boxes, by their places in the list. It points onwards: from a box to one that comes after it. */
export interface Link {
  readonly from: number
  readonly to: number
  /** The size of its label. */
  readonly label: Extent | undefined
  /** How many layers it goes on at least. Default: one. */
  readonly layersBetween?: number
}

/** Boxes to be placed in layers. */
export interface LayerTask {
  readonly boxes: readonly Extent[]
  readonly links: readonly Link[]
  /** The layer of each box, counted from 0: later ones come after earlier ones. */
  readonly layers: readonly number[]
}

/** Where the boxes of a task stand, and how the lines go. */
export interface Layered {
  /** The beginning of each box, the smaller corner. */
  readonly places: readonly Extent[]
  readonly ways: readonly Way[]
  readonly size: Extent
}

/** The room between boxes. */
export const gaps = { along: 56, across: 20, lines: 12 } as const
