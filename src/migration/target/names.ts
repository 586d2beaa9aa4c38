/** The longest name of a node: the documentation of node types. */
const mostNameLength = 128

/** Names of nodes and workflows as DataWorks takes them, each once in the workspace. */
export class Names {
  readonly #taken: Set<string> = new Set()
  readonly #counts: Map<string, number> = new Map()

  /**
   * A name that nothing else has.
   *
   * @param title - what the source calls it, any text
   * @param around - what it stands in, which a name that is taken gets before it
   */
  nameOf(title: string, usual: string, around?: string): string {
    const plain = plainName(title) || usual
    if (this.#take(plain)) return plain
    const longer = around === undefined || around === plain ? `${plain}_${usual}` : `${around}_${plain}`
    return this.#numbered(around === undefined ? plain : longer.slice(-mostNameLength))
  }

  #take(name: string): boolean {
    if (this.#taken.has(name)) return false
    this.#taken.add(name)
    return true
  }

  #numbered(base: string): string {
    if (this.#take(base)) return base
    for (let count = this.#counts.get(base) ?? 2; ; count++) {
      const end = `_${count}`
      const name = `${base.slice(0, mostNameLength - end.length)}${end}`
      if (!this.#take(name)) continue
      this.#counts.set(base, count + 1)
      return name
    }
  }
}

/** Letters, digits, `_` and `.` of a text, as many as a name has; empty where there are no letters or digits. */
function plainName(title: string): string {
  const text = title.slice(0, longestRead).normalize('NFC')
  const clean = text.replaceAll(/[^\p{L}\p{N}_.]+/gu, (other, at: number) =>
    at === 0 || at + other.length === text.length ? '' : '_',
  )
  // What is cut must not end in one half of a letter.
  const short = clean.slice(0, mostNameLength).replace(/[\ud800-\udbff]$/u, '')
  return /[\p{L}\p{N}]/u.test(short) ? short : ''
}

const longestRead = 1000
