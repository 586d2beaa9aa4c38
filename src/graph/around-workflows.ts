/**
 * A cycle of moments without what lies between the start and the end of a workflow that it leads through: where workflows
 * wait for one another, it does not matter which of their nodes the search began with.
 *
 * @param cycle - the moments, each waiting for the one before it
 * @param endOf - the end of the workflow whose start a moment is; undefined for other moments
 */
export function aroundWorkflows(
  cycle: readonly number[],
  endOf: (moment: number) => number | undefined,
): readonly number[] {
  const places = new Map(cycle.map((moment, place) => [moment, place]))
  const isInside = new Set<number>()
  for (const [start, place] of places) {
    const end = places.get(endOf(start) ?? -1)
    if (end === undefined || isInside.has(place)) continue
    for (let at = (place + 1) % cycle.length; at !== end; at = (at + 1) % cycle.length) isInside.add(at)
  }
  if (isInside.size === 0) return cycle
  const around = cycle.filter((_, place) => !isInside.has(place))
  const first = around.reduce((least, moment, place) => (moment < (around[least] ?? 0) ? place : least), 0)
  return [...around.slice(first), ...around.slice(0, first)]
}
