import type { FirstByKey } from './spec-index.ts'

/** Collects things that should have keys of their own. */
export class Unique<Entry> implements FirstByKey<Entry> {
  readonly first: Map<string, Entry> = new Map()
  readonly repeated: { readonly key: string; readonly first: Entry; readonly other: Entry }[] = []

  /** Adds a thing under a key, beside the first when the key is taken. */
  add(key: string, entry: Entry): void {
    const first = this.first.get(key)
    if (first === undefined) this.first.set(key, entry)
    else this.repeated.push({ key, first, other: entry })
  }
}
