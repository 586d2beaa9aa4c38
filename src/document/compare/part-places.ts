import { closestEntity, type Entity } from '../index/entity.ts'
import type { NodeEntry, SpecIndex } from '../index/spec-index.ts'
import { readText } from '../json/records.ts'
import { Occurrences } from './occurrences.ts'

/** The node in whose body a node stands. */
function holderOf({ flow }: NodeEntry, byValue: ReadonlyMap<object, NodeEntry>): NodeEntry | undefined {
  const holder = closestEntity(flow.entity, 'Node')
  return holder === undefined ? undefined : byValue.get(holder.value)
}

/** The place of each node in its workflow: the names of the nodes it stands in and its own, with a slash between. */
export function placesOfNodes({ nodes }: SpecIndex): ReadonlyMap<NodeEntry, string> {
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
  return places
}

/**
 * The nodes of a document by their place in the workflow. Of two in one place the later counts, as for the service.
 */
export function nodesByPlace(index: SpecIndex): ReadonlyMap<string, NodeEntry> {
  return new Map([...placesOfNodes(index)].map(([node, place]) => [place, node]))
}

function workflowAround(entity: Entity): string {
  return readText(closestEntity(entity, 'Workflow')?.value, 'name') ?? ''
}

/** Whether nodes of documents are told apart by their workflows too: one that is alone may have been renamed. */
export function haveSeveralWorkflows(indexes: readonly SpecIndex[]): boolean {
  return indexes.some((index) => index.entitiesOf('Workflow').length > 1)
}

/**
 * What tells the nodes of a document apart, and is the same in another document that has them in the same places: where
 * they stand, and of several in one place their order.
 */
export function keysOfNodes(index: SpecIndex, hasSeveralWorkflows: boolean): ReadonlyMap<NodeEntry, string> {
  const placed = new Occurrences()
  const keys = new Map<NodeEntry, string>()
  for (const [node, place] of placesOfNodes(index)) {
    const key = hasSeveralWorkflows ? `${workflowAround(node.flow.entity)}\n${place}` : place
    const count = placed.next(key)
    keys.set(node, count === 0 ? key : `${key}\n${count}`)
  }
  return keys
}

/** The names of the workflow and the nodes around an entity, from the outside in. */
export function containersOf(entity: Entity): readonly string[] {
  const names: string[] = []
  for (let at: Entity | undefined = entity; at !== undefined; at = at.parent) {
    if (at.name !== 'Node' && at.name !== 'Workflow') continue
    names.push(readText(at.value, 'name') ?? readText(at.value, 'id') ?? '')
  }
  return names.reverse()
}
