import { adjacency, type EdgeList } from './adjacency.ts'

export type { EdgeList } from './adjacency.ts'

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
  const { starts, neighbours } = adjacency(count, edges.to, edges.from)
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
      const source = neighbours[edge] ?? 0
      const remaining = (leading[source] ?? 0) - 1
      leading[source] = remaining
      if (remaining === 0) queue[end++] = source
    }
  }
  return end === count ? undefined : left
}
