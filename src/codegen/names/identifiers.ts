/** Words that are no names of constants in a module, and names that the generated code uses of the platform. */
const reserved: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'prototype public return static super switch this throw true try typeof undefined var void while with yield as ' +
    'async from get of set type any never unknown object string number boolean symbol bigint NaN Infinity globalThis ' +
    'Object Array String Number Boolean Symbol BigInt Function Promise Map Set Date Math JSON Error URL Reflect Proxy ' +
    'process require module exports global window document self name status event location parent top length ' +
    'readFileSync readSpec'
  ).split(' '),
)

/**
 * Letters that all compilers and engines take in names: Latin, Greek, Cyrillic, Japanese, Chinese and Korean ones. What was
 * added to Unicode of late is a letter to some of them only.
 */
const word =
  /[A-Za-z0-9\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0391-\u03A1\u03A3-\u03C9\u0410-\u044F\u3041-\u3096\u30A1-\u30FA\u3400-\u4DB5\u4E00-\u9FEF\uAC00-\uD7A3]+/gu

/** The words of a text: letters and digits, split where other characters stand. */
function wordsOf(title: string): readonly string[] {
  return title.slice(0, 400).normalize('NFC').match(word) ?? []
}

function camelCase(words: readonly string[]): string {
  const [first = '', ...rest] = words
  // Of capitals at the start, the last one begins a word: SQLText is sqlText.
  const lowered = first.replace(/^\p{Lu}+(?!\p{Ll})|^\p{Lu}(?=\p{Ll})|^\p{Lu}+(?=\p{Lu}\p{Ll})/u, (capitals) =>
    capitals.toLowerCase(),
  )
  return lowered + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')
}

/** Names of constants in one module: each is a name that the language takes, and stands for one thing. */
export class Identifiers {
  readonly #taken: Set<string> = new Set()
  readonly #counts: Map<string, number> = new Map()

  /** @param taken - names that the module uses already, such as those of its imports */
  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.#taken.add(name)
  }

  /**
   * A new name.
   *
   * @param title - what it is called after, any text
   * @param kind - what it is, for a title without letters or one that is a word of the language
   */
  nameOf(title: string, kind: string): string {
    const plain = [...camelCase(wordsOf(title))].slice(0, 60).join('')
    const named = plain === '' ? kind : /^\p{Nd}/u.test(plain) ? kind + plain : plain
    const base = reserved.has(named) ? `${named}${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}` : named
    let count = this.#counts.get(base) ?? 1
    let name = count === 1 ? base : `${base}${count}`
    while (this.#taken.has(name) || reserved.has(name)) {
      count += 1
      name = `${base}${count}`
    }
    this.#counts.set(base, count + 1)
    this.#taken.add(name)
    return name
  }
}
