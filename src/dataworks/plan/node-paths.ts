import { closestEntity } from '../../document/index/entity.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'

/**
 * The nodes of a document by their place in the workflow: the names of the nodes they stand in and their own, with a
 * slash between. Of two in one place the later counts, as for the service.
 */
export function nodesByPlace({ nodes }: SpecIndex): ReadonlyMap<string, NodeEntry> {
  const byValue = new Map(nodes.map((node) => [node.entity.value, node] as const))
  const places = new Map<NodeEntry, string>()
  const placeOf = (node: NodeEntry): string => {
    const names: string[] = []
    const seen = new Set<NodeEntry>()
    for (let at: NodeEntry | undefined = node; at !== undefined && !seen.has(at); at = holderOf(at, byValue)) {
      const known = places.get(at)
      seen.add(at)
      if (known !== undefined) {
        names.push(known)
        break
      }
      names.push(at.name ?? at.key)
    }
    return names.reverse().join('/')
  }
  for (const node of nodes) places.set(node, placeOf(node))
  return new Map([...places].map(([node, place]) => [place, node]))
}

/** The node in whose body a node stands. */
function holderOf({ flow }: NodeEntry, byValue: ReadonlyMap<object, NodeEntry>): NodeEntry | undefined {
  const holder = closestEntity(flow.entity, 'Node')
  return holder === undefined ? undefined : byValue.get(holder.value)
}
