import { parseReference } from '../document/parse-reference.ts'
import { readText } from '../document/read-text.ts'
import type { FlowDependency } from '../model/generated/types.ts'
import { nodeKey } from './build-node.ts'
import type { EdgesOf, FlowBase } from './entity-base.ts'
import type { NodeState } from './node-state.ts'

/** The node that an entry of `dependencies` belongs to, as the entry calls it. */
export function edgeOwner(entry: unknown): string | undefined {
  return parseReference(readText(entry, 'nodeId') ?? '') || undefined
}

/**
 * The dependencies of a flow that was read, in the places they were read at; new ones at the end. Those of nodes that are
 * gone go with them, and those that belong to no node stay, for the check to find.
 */
export function orderEdges(states: readonly NodeState[], read: FlowBase, edgesOf: EdgesOf): FlowDependency[] {
  const edges: FlowDependency[] = []
  const places = new Map<string, number>()
  for (const [at, state] of states.entries()) {
    const key = state.base?.key ?? nodeKey(state)
    if (!places.has(key)) places.set(key, at)
  }
  const waiting = new Map<number, FlowDependency[]>()
  const take = (at: number, count?: number): void => {
    const own = waiting.get(at) ?? [...edgesOf(at, edges.length)]
    for (const edge of own.splice(0, count ?? own.length)) edges.push(edge)
    waiting.set(at, own)
  }
  for (const entry of read.dependencies) {
    const owner = edgeOwner(entry)
    const at = places.get(owner ?? '')
    // An entry of no node is carried whatever it is.
    if (owner === undefined || !read.keys.has(owner)) edges.push(entry as FlowDependency)
    else if (at !== undefined) take(at, states[at]?.base?.flow === read ? 1 : undefined)
  }
  for (const at of states.keys()) take(at)
  return edges
}
