import { addToGroup } from '../../document/index/first-by-key.ts'

/** Up to so many names all are looked at. */
const mostCompared = 200

/** Of more, so many that have the most telling parts of the word. */
const mostLikely = 50

/** The texts of three characters in a word, each once. */
function trigrams(word: string): ReadonlySet<string> {
  const text = word.toLowerCase()
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)))
}

/**
 * Looks for names, or outputs, that a misspelt one may mean, in time that does not grow with their number: a project
 * of thousands of documents may have a misspelt one in each. A near word shares three characters in a row with the one that
 * is meant, since at most a third of it is edited; those that fewest names have tell the most.
 */
export class NameSearch {
  readonly #names: readonly string[]
  #byTrigram: Map<string, string[]> | undefined

  constructor(names: readonly string[]) {
    this.#names = names
  }

  /** The candidates; of a project that is not large always the same list. */
  like(word: string): readonly string[] {
    if (this.#names.length <= mostCompared) return this.#names
    this.#byTrigram ??= groupByTrigram(this.#names)
    const groups = [...trigrams(word)].map((trigram) => this.#byTrigram?.get(trigram) ?? [])
    groups.sort((left, right) => left.length - right.length)
    const found = new Set<string>()
    for (const name of groups.flatMap((group) => group.slice(0, mostLikely))) {
      if (found.size === mostLikely) break
      found.add(name)
    }
    return [...found]
  }
}

function groupByTrigram(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names) for (const trigram of trigrams(name)) addToGroup(groups, trigram, name)
  return groups
}
