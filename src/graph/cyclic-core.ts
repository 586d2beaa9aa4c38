/** The edges of a directed graph: the i-th leads from `from[i]` to `to[i]`. */
export interface EdgeList {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Where the edges that lead to each node begin in a list sorted by target, and that list. */
function edgesByTarget(
  count: number,
  { from, to }: EdgeList,
): { readonly starts: Int32Array; readonly sources: Int32Array } {
  const starts = new Int32Array(count + 1)
  for (const target of to) starts[target + 1] = (starts[target + 1] ?? 0) + 1
  for (let node = 0; node < count; node++) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
  const next = starts.slice()
  const sources = new Int32Array(from.length)
  for (let edge = 0; edge < from.length; edge++) {
    const target = to[edge] ?? 0
    const place = next[target] ?? 0
    sources[place] = from[edge] ?? 0
    next[target] = place + 1
  }
  return { starts, sources }
}

function countBy(count: number, places: Int32Array): Int32Array {
  const counts = new Int32Array(count)
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1
  return counts
}

/**
 * Takes away, again and again, the nodes no edge leads away from. What is left holds every cycle, and is empty when
 * there is none: the usual case, which this answers without an object for each node.
 *
 * @param count - how many nodes there are, numbered from 0
 * @returns for every node 1 when it is left, else 0; undefined when none is
 */
export function cyclicCore(count: number, edges: EdgeList): Uint8Array | undefined {
  const { starts, sources } = edgesByTarget(count, edges)
  const leading = countBy(count, edges.from)
  const left = new Uint8Array(count).fill(1)
  const queue = new Int32Array(count)
  let end = 0
  leading.forEach((edgesAway, node) => {
    if (edgesAway === 0) queue[end++] = node
  })
  for (let at = 0; at < end; at++) {
    const node = queue[at] ?? 0
    left[node] = 0
    const lastEdge = starts[node + 1] ?? 0
    for (let edge = starts[node] ?? 0; edge < lastEdge; edge++) {
      const source = sources[edge] ?? 0
      const remaining = (leading[source] ?? 0) - 1
      leading[source] = remaining
      if (remaining === 0) queue[end++] = source
    }
  }
  return end === count ? undefined : left
}
