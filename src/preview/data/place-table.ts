import type { PageTime } from '../page-data.ts'

/** Gives values places in a list, each once. */
export class PlaceTable<Value> {
  readonly values: Value[] = []
  readonly #places: Map<string, number> = new Map()
  readonly #keyOf: (value: Value) => string

  constructor(keyOf: (value: Value) => string) {
    this.#keyOf = keyOf
  }

  place(value: Value): number {
    const key = this.#keyOf(value)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}

/** What runs share. */
export interface SharedTables {
  readonly texts: PlaceTable<string>
  readonly times: PlaceTable<PageTime>
}

export function sharedTables(): SharedTables {
  return { texts: new PlaceTable((text) => text), times: new PlaceTable(({ at }) => at) }
}
