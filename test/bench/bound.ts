/** One figure of the benchmark, and the bound it must keep. */
export interface Bound {
  readonly name: string
  readonly value: number
  readonly most: number
  /** What the figure was made of, for people. */
  readonly detail: string
}
