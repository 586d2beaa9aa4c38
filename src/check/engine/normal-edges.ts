import type { EdgeEntry, NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import type { EdgeList } from '../../graph/adjacency.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'

/** A dependency on another node of the document within one cycle. */
export interface NormalEdge extends EdgeEntry {
  readonly node: NodeEntry
  readonly upstream: NodeEntry
}

/** Whether an edge joins two different nodes of one cycle; a node that comes after itself is another rule's. */
export function isNormal(edge: EdgeEntry): edge is NormalEdge {
  const { type, node, upstream } = edge
  return type === dependencyTypes.sameCycle && node !== undefined && upstream !== undefined && node !== upstream
}

/** Two nodes of which one comes after the other, for whatever reason. */
export interface Joined {
  readonly node: NodeEntry
  readonly upstream: NodeEntry
}

/** Whether what a node comes after stands in the document. */
export function isJoined<Pair extends { readonly node: NodeEntry; readonly upstream: NodeEntry | undefined }>(
  pair: Pair,
): pair is Pair & Joined {
  return pair.upstream !== undefined
}

/** The dependencies within one cycle, each from a node to the one it comes after, and more such pairs. */
export function normalEdges(index: SpecIndex, more: readonly Joined[] = []): EdgeList {
  const from = new Int32Array(index.edges.length + more.length)
  const to = new Int32Array(index.edges.length + more.length)
  let length = 0
  for (const edge of index.edges) {
    if (!isNormal(edge)) continue
    from[length] = edge.node.place
    to[length++] = edge.upstream.place
  }
  for (const { node, upstream } of more) {
    from[length] = node.place
    to[length++] = upstream.place
  }
  return { from: from.subarray(0, length), to: to.subarray(0, length) }
}
