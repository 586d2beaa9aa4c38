/** Remembers the results of a pure function; at most `limit` of them, the oldest forgotten first. */
export class BoundedMemo<Key, Value extends object> {
  readonly #limit: number
  readonly #values: Map<Key, Value> = new Map()

  constructor(limit: number) {
    this.#limit = limit
  }

  getOrCompute(key: Key, compute: (key: Key) => Value): Value {
    const known = this.#values.get(key)
    if (known !== undefined) return known
    const value = compute(key)
    if (this.#values.size >= this.#limit) this.#forgetOldest()
    this.#values.set(key, value)
    return value
  }

  #forgetOldest(): void {
    const oldest = this.#values.keys().next()
    if (oldest.done !== true) this.#values.delete(oldest.value)
  }
}
