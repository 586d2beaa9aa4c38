/** The values in order, each once. */
export function sortedSet(values: Iterable<number>): readonly number[] {
  return [...new Set(values)].sort((left, right) => left - right)
}
