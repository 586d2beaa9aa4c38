function shuffled<Item>(items: readonly Item[], random: Iterator<number>): Item[] {
  const keyed = items.map((item): [number, Item] => [random.next().value ?? 0, item])
  return keyed.sort(([left], [right]) => left - right).map(([, item]) => item)
}

/** A copy of JSON with the keys of every object in another order. */
export function withShuffledKeys(value: object, random: Iterator<number>): object
export function withShuffledKeys(value: unknown, random: Iterator<number>): unknown
export function withShuffledKeys(value: unknown, random: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => withShuffledKeys(item, random))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, withShuffledKeys(inner, random)])
  return Object.fromEntries(shuffled(entries, random))
}
