/** Who holds what: ids of nodes and workflows by a name or an output they have, each in the order they got it. */
export class Holders {
  readonly #ids = new Map<string, Set<string>>()

  add(key: string, id: string): void {
    const ids = this.#ids.get(key)
    if (ids === undefined) this.#ids.set(key, new Set([id]))
    else ids.add(id)
  }

  remove(key: string, id: string): void {
    const ids = this.#ids.get(key)
    ids?.delete(id)
    if (ids?.size === 0) this.#ids.delete(key)
  }

  of(key: string): Iterable<string> {
    return this.#ids.get(key) ?? []
  }
}
