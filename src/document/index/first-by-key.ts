import type { FirstByKey, FlowEntry, NodeEntry } from './spec-index.ts'

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

/** Finds, for keys that nodes of several flows have, the node of one flow. */
export class RepeatedNodes {
  readonly #byFlow: Map<FlowEntry, Map<string, NodeEntry>> = new Map()

  constructor({ repeated }: FirstByKey<NodeEntry>) {
    for (const { key, other } of repeated) {
      const nodes = this.#byFlow.get(other.flow) ?? new Map<string, NodeEntry>()
      this.#byFlow.set(other.flow, nodes)
      if (!nodes.has(key)) nodes.set(key, other)
    }
  }

  /** The first node of a flow with a key that a node of an earlier flow has too. */
  find(flow: FlowEntry, key: string): NodeEntry | undefined {
    return this.#byFlow.get(flow)?.get(key)
  }
}

/** Adds a value to the list under a key. */
export function addToGroup<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}

/** The values of a list by their keys, each group in the order of the list. */
export function groupsOf<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) addToGroup(groups, keyOf(value), value)
  return groups
}
