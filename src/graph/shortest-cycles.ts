import { adjacency, type EdgeList } from './adjacency.ts'

/**
 * Finds where a directed graph runs in cycles: for every group of vertices that reach one another a shortest cycle
 * through the group's first vertex, beginning there. Linear, without recursion.
 *
 * @param count - how many vertices there are, numbered from 0
 * @returns cycles as lists of vertices; an edge leads from each to the following, and from the last to the first
 */
export function shortestCycles(count: number, edges: EdgeList): readonly (readonly number[])[] {
  if (leadForward(edges)) return []
  const left = cyclicCore(count, edges)
  if (left === undefined) return []
  const next: number[][] = Array.from({ length: count }, () => [])
  for (const [edge, from] of edges.from.entries()) {
    const to = edges.to[edge] ?? 0
    if (left[from] === 1) next[from]?.push(to)
  }
  return findCycles(next)
}

/** Whether each edge leads to a later vertex, as in most documents, where a node stands after those that it waits for. */
function leadForward({ from, to }: EdgeList): boolean {
  for (let edge = 0; edge < from.length; edge++) if ((from[edge] ?? 0) >= (to[edge] ?? 0)) return false
  return true
}

/** How many edges lead away from each vertex. */
function countEdges(count: number, { from }: EdgeList): Int32Array {
  const counts = new Int32Array(count)
  for (const vertex of from) counts[vertex] = (counts[vertex] ?? 0) + 1
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
  const leading = countEdges(count, edges)
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

/** What the search keeps of one node. */
interface Frame {
  readonly node: number
  next: number
}

/** Groups of nodes that reach one another, by Tarjan's algorithm with a stack of its own instead of recursion. */
export function strongGroups(next: readonly (readonly number[])[]): number[][] {
  const order = new Int32Array(next.length).fill(-1)
  const low = new Int32Array(next.length)
  const onStack = new Uint8Array(next.length)
  const stack: number[] = []
  const groups: number[][] = []
  let counter = 0
  const enter = (node: number, frames: Frame[]): void => {
    order[node] = low[node] = counter++
    onStack[node] = 1
    stack.push(node)
    frames.push({ node, next: 0 })
  }
  const lower = (node: number, to: number): void => {
    low[node] = Math.min(low[node] ?? 0, to)
  }
  const leave = (node: number, frames: readonly Frame[]): void => {
    const parent = frames.at(-1)
    if (parent !== undefined) lower(parent.node, low[node] ?? 0)
    if (low[node] !== order[node]) return
    const group: number[] = stack.splice(stack.lastIndexOf(node))
    for (const member of group) onStack[member] = 0
    if (group.length > 1 || next[node]?.includes(node) === true) groups.push(group)
  }
  for (let start = 0; start < next.length; start++) {
    if (order[start] !== -1) continue
    const frames: Frame[] = []
    enter(start, frames)
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const to = next[frame.node]?.[frame.next++]
      if (to === undefined) {
        frames.pop()
        leave(frame.node, frames)
      } else if (order[to] === -1) enter(to, frames)
      else if (onStack[to] === 1) lower(frame.node, order[to] ?? 0)
    }
  }
  return groups
}

/** Steps back from a node to where a search began. */
function wayBack(end: number, start: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const path = [end]
  for (let at = end; at !== start; path.push(at)) at = cameFrom.get(at) ?? start
  return path.reverse()
}

/** A shortest way from a node back to itself inside its group. */
function cycleThrough(start: number, group: ReadonlySet<number>, next: readonly (readonly number[])[]): number[] {
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (const node of queue) {
    const ahead = next[node] ?? []
    if (ahead.includes(start)) return wayBack(node, start, cameFrom)
    for (const to of ahead) {
      if (!group.has(to) || cameFrom.has(to)) continue
      cameFrom.set(to, node)
      queue.push(to)
    }
  }
  return [start]
}

function smallest(group: readonly number[]): number {
  return group.reduce((least, node) => Math.min(node, least))
}

/**
 * The cycles of a graph that is given by neighbours.
 *
 * @param next - for every node, the nodes its edges lead to
 */
export function findCycles(next: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return strongGroups(next)
    .map((group) => cycleThrough(smallest(group), new Set(group), next))
    .sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0))
}
