/** A place in code as editors count: from 1. */
export interface LinePlace {
  readonly line: number
  readonly column: number
}

/** Finds lines and columns of places in code. */
export class LineIndex {
  readonly #starts: readonly number[]

  constructor(code: string) {
    const starts = [0]
    for (let end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', end + 1)) starts.push(end + 1)
    this.#starts = starts
  }

  placeOf(at: number): LinePlace {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 }
  }
}
