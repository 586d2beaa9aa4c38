import { itemsOf, readText, recordsOf } from '../../document/json/records.ts'
import { parseReference } from '../../document/references.ts'
import type { FlowDependency } from '../../language/generated/types.ts'
import type { FlowParts } from '../build/context.ts'
import type { EdgesOf, FlowOrigin } from '../build/origin.ts'
import { type NodeState, nodeKey } from '../node/node-state.ts'
import type { RawEntity } from './spec-source.ts'

/** What dependencies call a node that was read. */
export function keyOf(raw: unknown): string {
  return readText(raw, 'id') ?? readText(raw, 'name') ?? ''
}

/** The node or workflow that an entry of `dependencies` belongs to, as the entry calls it. */
export function ownerOf(entry: unknown): string | undefined {
  return parseReference(readText(entry, 'nodeId') ?? '') || undefined
}

/** The field that holds the dependencies: the one that has any, else the one that is there, else that of the version. */
function edgesField(holder: RawEntity, usual: string): string {
  const lists = ['dependencies', 'flow'].filter((field) => Array.isArray(holder[field]))
  return lists.find((field) => Object.keys(holder[field] ?? {}).length > 0) ?? lists[0] ?? usual
}

/** The nodes and dependencies of a document, a workflow or a body as read. */
export class ImportedFlow implements FlowOrigin<NodeState> {
  readonly field: string
  /** The nodes of its list; undefined where there is no list. */
  readonly listed: readonly unknown[] | undefined
  /** The nodes that stand beside the list. */
  readonly beside: readonly unknown[]
  readonly #dependencies: readonly unknown[]
  readonly #keys: ReadonlySet<string>

  /** @param usual - the field that dependencies stand in where there are none yet */
  constructor(holder: RawEntity, usual: string, beside: readonly unknown[] = []) {
    const listed = holder['nodes']
    this.listed = Array.isArray(listed) ? listed : undefined
    this.beside = beside
    this.field = edgesField(holder, usual)
    this.#dependencies = itemsOf(holder[this.field])
    this.#keys = new Set([...(this.listed ?? []), ...beside].map(keyOf))
  }

  /** The entries, whatever stands among them. */
  get entries(): readonly unknown[] {
    return this.#dependencies
  }

  /** Whether it has a node that is called so. */
  has(key: string): boolean {
    return this.#keys.has(key)
  }

  /** The entries of the dependencies by the node they belong to. */
  byOwner(): Map<string, readonly RawEntity[]> {
    const owned = new Map<string, RawEntity[]>()
    for (const entry of recordsOf(this.#dependencies)) {
      const owner = ownerOf(entry)
      if (owner === undefined) continue
      const entries = owned.get(owner)
      if (entries === undefined) owned.set(owner, [entry])
      else entries.push(entry)
    }
    return owned
  }

  /** Entries of nodes that are gone go with them; those that belong to no node stay, for the check to find. */
  order(states: readonly NodeState[], edgesOf: EdgesOf): FlowDependency[] {
    const edges: FlowDependency[] = []
    const indexOf = new Map<string, number>()
    for (const [index, state] of states.entries()) {
      const key = state.origin?.key ?? nodeKey(state)
      if (!indexOf.has(key)) indexOf.set(key, index)
    }
    const waiting = new Map<number, FlowDependency[]>()
    const take = (index: number, count?: number): void => {
      const own = waiting.get(index) ?? [...edgesOf(index, edges.length)]
      for (const edge of own.splice(0, count ?? own.length)) edges.push(edge)
      waiting.set(index, own)
    }
    for (const entry of this.#dependencies) {
      const owner = ownerOf(entry)
      const index = indexOf.get(owner ?? '')
      // An entry of no node is carried whatever it is.
      if (owner === undefined || !this.#keys.has(owner)) edges.push(entry as FlowDependency)
      else if (index !== undefined) take(index, states[index]?.origin?.flow === this ? 1 : undefined)
    }
    for (const index of states.keys()) take(index)
    return edges
  }

  /** What held the flow, with built nodes and dependencies in it, the dependencies where it had them. */
  heldBy(holder: RawEntity, { nodes, dependencies }: FlowParts): RawEntity {
    const keepsField = dependencies.length > 0 || Array.isArray(holder[this.field])
    return { ...holder, nodes, ...(keepsField ? { [this.field]: dependencies } : {}) }
  }
}
