/** The edges of a directed graph: the i-th leads from `from[i]` to `to[i]`. */
export interface EdgeList {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** The neighbours of every node, side by side: those of node n stand at `starts[n]` up to `starts[n + 1]`. */
export interface Adjacency {
  readonly starts: Int32Array
  readonly neighbours: Int32Array
}

/**
 * Sorts edges by the node at one of their ends, in linear time; edges of one node keep their order.
 *
 * @param count - how many nodes there are, numbered from 0
 * @param at - for every edge, the node it is found by
 * @param other - for every edge, the node it gives
 */
export function adjacency(count: number, at: Int32Array, other: Int32Array): Adjacency {
  const starts = new Int32Array(count + 1)
  for (const node of at) starts[node + 1] = (starts[node + 1] ?? 0) + 1
  for (let node = 1; node <= count; node++) starts[node] = (starts[node] ?? 0) + (starts[node - 1] ?? 0)
  const next = starts.slice()
  const neighbours = new Int32Array(at.length)
  for (let edge = 0; edge < at.length; edge++) {
    const node = at[edge] ?? 0
    const place = next[node] ?? 0
    neighbours[place] = other[edge] ?? 0
    next[node] = place + 1
  }
  return { starts, neighbours }
}
