import { didYouMean } from '../../diagnostics/did-you-mean.ts'

/** A comparison costs some microseconds: this many take about as long as checking a document of 20,000 nodes. */
const mostComparisons = 50_000

/**
 * Looks for near names while one rule runs over one document. Each word is looked for once, and in a document with very
 * many faults only the first of them get a suggestion, because looking takes time in proportion to faults and names.
 */
export class Suggester {
  /** Made when the first name is looked for: most documents have no fault. */
  #found: Map<readonly string[], Map<string, string | undefined>> | undefined
  #comparisons = 0

  /** The name nearest to a word; candidates that are asked again have to be the same list. */
  nearest(word: string, candidates: readonly string[]): string | undefined {
    this.#found ??= new Map()
    const found = this.#found.get(candidates) ?? new Map<string, string | undefined>()
    this.#found.set(candidates, found)
    if (found.has(word)) return found.get(word)
    if (this.#comparisons > mostComparisons) return undefined
    this.#comparisons += candidates.length
    const near = didYouMean(word, candidates)
    found.set(word, near)
    return near
  }

  /** The name nearest to a word of those that are not refused, such as names of the very thing that has the word. */
  nearestBut(word: string, candidates: readonly string[], isRefused: (name: string) => boolean): string | undefined {
    const near = this.nearest(word, candidates)
    if (near === undefined || !isRefused(near)) return near
    if (this.#comparisons > mostComparisons) return undefined
    this.#comparisons += candidates.length
    const others = candidates.filter((name) => !isRefused(name))
    return didYouMean(word, others)
  }
}
