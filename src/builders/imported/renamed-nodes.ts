import { isRecord, readText } from '../../document/json/records.ts'
import { parseReference } from '../../document/references.ts'
import type { FlowDependency } from '../../language/generated/types.ts'
import type { BuiltNodes } from '../build/edges.ts'

/** New ids of nodes by what a document calls them. */
type Ids = ReadonlyMap<unknown, string>

/** What a text says of a node that has a new id, with that; undefined when it says nothing of one. */
function renamed(key: string, text: string, holder: object, ids: Ids): string | undefined {
  if (key === 'nodeId') return ids.get(parseReference(text) || text)
  const type = readText(holder, 'type')
  // The loop that a node beside it is inside of.
  if (key === 'uuid') return type === 'Node' ? ids.get(text) : undefined
  // A variable handed on reads `<node id>:<variable>`.
  const isHandedOn = key === 'value' && (type === 'NodeOutput' || type === 'PassThrough')
  const end = isHandedOn ? text.indexOf(':') : -1
  const id = end < 0 ? undefined : ids.get(text.slice(0, end))
  return id && id + text.slice(end)
}

/** A body is a flow of its own, whose nodes know one another only, and may be unfinished yet. */
function isBody(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value['nodes'])
}

/** The objects that get new ids, each with its copy. */
class Drafts {
  readonly all: object[]
  readonly #copies: Map<object, object> = new Map()

  constructor(root: object) {
    this.all = [root]
  }

  /** The copy of a list or object; undefined for what is none, or stays. */
  of(value: unknown): object | undefined {
    if (typeof value !== 'object' || value === null || isBody(value)) return undefined
    const known = this.#copies.get(value)
    if (known !== undefined) return known
    const draft = Array.isArray(value) ? [...value] : { ...value }
    this.#copies.set(value, draft)
    this.all.push(draft)
    return draft
  }
}

/** Gives the new ids to whatever an object that may change holds, which is copied; without recursion. */
function renameIn(root: object, ids: Ids): void {
  const drafts = new Drafts(root)
  for (const holder of drafts.all) {
    for (const [key, value] of Object.entries(holder)) {
      const own = typeof value === 'string' ? renamed(key, value, holder, ids) : drafts.of(value)
      // The field is there already, so that this sets no prototype, whatever it is called.
      if (own !== undefined) Object.assign(holder, { [key]: own })
    }
  }
}

/** Where nodes that were read got other ids, nodes and dependencies name them by those. */
export function renameNodes({ states, nodes }: BuiltNodes, edges: FlowDependency[]): FlowDependency[] {
  const ids = new Map<unknown, string>()
  for (const { id, base } of states) if (base !== undefined && id !== undefined) ids.set(base.key, id)
  if (ids.size === 0) return edges
  for (const node of nodes) if (isRecord(node) && !Object.isFrozen(node)) renameIn(node, ids)
  const renamedEdges = [...edges]
  renameIn(renamedEdges, ids)
  return renamedEdges
}
