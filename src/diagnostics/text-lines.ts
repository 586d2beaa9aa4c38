import type { TextPlace } from './diagnostic.ts'

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** Where a place in a text stands, as editors count; of many places in one text ask {@link TextLines}. */
export function placeInText(text: string, at: number): TextPlace {
  return new TextLines(text).placeOf(at)
}

/** The lines of a text, which is read once, when the first place in it is asked for. */
export class TextLines {
  readonly #text: string
  #starts: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** Where a place stands, as editors count. */
  placeOf(at: number): TextPlace {
    this.#starts ??= lineStarts(this.#text)
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 }
  }
}
