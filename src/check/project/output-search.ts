import { addToGroup } from '../../document/index/first-by-key.ts'

/** Up to so many outputs all are looked at. */
const mostCompared = 200

/** Of more, so many that have the most telling parts of the word. */
const mostLikely = 50

/** The texts of three characters in a word, each once. */
function trigrams(word: string): ReadonlySet<string> {
  const text = word.toLowerCase()
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)))
}

/**
 * Looks for outputs that a misspelt one may mean, in time that does not grow with the outputs: a project of thousands of
 * documents may have a misspelt one in each. A near word shares three characters in a row with the one that is meant,
 * since at most a third of it is edited; those that fewest outputs have tell the most.
 */
export class OutputSearch {
  readonly #outputs: readonly string[]
  #byTrigram: Map<string, string[]> | undefined

  constructor(outputs: readonly string[]) {
    this.#outputs = outputs
  }

  /** The candidates; of a project that is not large always the same list. */
  like(word: string): readonly string[] {
    if (this.#outputs.length <= mostCompared) return this.#outputs
    this.#byTrigram ??= groupByTrigram(this.#outputs)
    const groups = [...trigrams(word)].map((trigram) => this.#byTrigram?.get(trigram) ?? [])
    groups.sort((left, right) => left.length - right.length)
    const found = new Set<string>()
    for (const output of groups.flatMap((group) => group.slice(0, mostLikely))) {
      if (found.size === mostLikely) break
      found.add(output)
    }
    return [...found]
  }
}

function groupByTrigram(outputs: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const output of outputs) for (const trigram of trigrams(output)) addToGroup(groups, trigram, output)
  return groups
}
