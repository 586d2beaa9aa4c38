import type { VertexShape } from '../drawing/drawn-vertices.ts'

/** What the colours of boxes tell apart: engines, and what steers others. */
export type Tone =
  | 'maxcompute'
  | 'hologres'
  | 'hadoop'
  | 'flink'
  | 'database'
  | 'integration'
  | 'algorithm'
  | 'general'
  | 'control'
  | 'outside'

/** Something that is drawn: a box, or a frame around what names it as its frame. */
export interface DiagramItem {
  /** Sets it apart in the picture; never a text of a document. */
  readonly id: string
  readonly label: string
  /** A second, smaller line; the empty text for none. */
  readonly detail: string
  readonly shape: VertexShape | 'table'
  readonly tone: Tone
  readonly isFrame: boolean
  /** Its frame, by the place in the list; undefined for what stands in none. A frame stands before what is in it. */
  readonly within: number | undefined
}

/** What a line means: the same cycle, a previous one, another workflow, or variables and doubtful uses. */
export type LineKind = 'normal' | 'previous' | 'cross' | 'loose'

/** A line between two items, by their places in the list. */
export interface DiagramLine {
  readonly from: number
  readonly to: number
  readonly kind: LineKind
  /** What stands beside it; the empty text for nothing. */
  readonly label: string
}

/** What is drawn, before anything has a place. */
export interface Diagram {
  readonly items: readonly DiagramItem[]
  readonly lines: readonly DiagramLine[]
}
