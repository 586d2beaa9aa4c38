import { containerNode } from '../document/containers.ts'
import { type Entity, pointerOf } from '../document/index/entity.ts'
import { addToGroup } from '../document/index/first-by-key.ts'
import { entityIn } from '../document/index/referenced-entities.ts'
import type { FlowEntry, NodeEntry, SpecIndex } from '../document/index/spec-index.ts'
import { readText } from '../document/json/records.ts'
import { commandOfCode } from '../language/command-of-code.ts'
import { structureOfCommand, structures } from '../language/structures.ts'
import type { FlowRole, GraphFlow, GraphNode } from './spec-graph.ts'

/** The nodes and flows of a document, each at its place. */
export interface GraphVertices {
  readonly nodes: readonly GraphNode[]
  readonly flows: readonly GraphFlow[]
}

type NumberedFlow = readonly [entry: FlowEntry, place: number]

/** Nodes that are still to be read, and what they stand in. */
interface Inside {
  readonly flow: GraphFlow
  readonly nodes: readonly NodeEntry[]
}

const bodies: readonly FlowRole[] = [
  structures.doWhile.field,
  structures.forEach.field,
  structures.combined.field,
  structures.paiFlow.field,
]

function roleOf({ name, field }: Entity): FlowRole {
  if (name === 'Spec') return 'document'
  if (name === 'Workflow') return 'workflow'
  return bodies.find((role) => role === field) ?? structures.subProcess.field
}

function readFlow([{ entity }, place]: NumberedFlow, owner: GraphNode | undefined): GraphFlow {
  const role = roleOf(entity)
  const name = owner?.name ?? readText(entity.value, 'name') ?? ''
  return { kind: 'flow', role, place, id: readText(entity.value, 'id'), name, owner, path: pointerOf(entity) }
}

/** The inside of a node whose body stands beside it, of which the node itself says nothing. */
function insideOf(owner: GraphNode, place: number): GraphFlow {
  const { command = '', name, path } = owner
  const field = structureOfCommand(command)?.field
  const role = bodies.find((body) => body === field) ?? structures.subProcess.field
  return { kind: 'flow', role, place, id: undefined, name, owner, path }
}

/** The flows inside nodes, by the JSON Pointers of these nodes, and those that are inside of none. */
function flowsByOwner({ flows }: SpecIndex): {
  readonly outer: NumberedFlow[]
  readonly inner: Map<string, NumberedFlow[]>
} {
  const outer: NumberedFlow[] = []
  const inner = new Map<string, NumberedFlow[]>()
  for (const [place, entry] of flows.entries()) {
    const { parent } = entry.entity
    if (parent?.name === 'Node') addToGroup(inner, pointerOf(parent), [entry, place])
    else outer.push([entry, place])
  }
  return { outer, inner }
}

/** The nodes that name a node as their container which says nothing of a body, by that node's place. */
function insidersByHolder({ nodes, nodesByKey }: SpecIndex): ReadonlyMap<number, readonly NodeEntry[]> {
  const found = new Map<number, NodeEntry[]>()
  for (const node of nodes) {
    const key = containerNode(node.entity.value)
    const holder = key === undefined ? undefined : nodesByKey.first.get(key)
    // The index has put those beside a loop with a body into that.
    const isInBody = node.flow.entity.parent?.name === 'Node'
    if (holder !== undefined && holder !== node && !isInBody) addToGroup(found, holder.place, node)
  }
  return found
}

class VertexReader {
  readonly nodes: (GraphNode | undefined)[]
  readonly flows: (GraphFlow | undefined)[]
  readonly #index: SpecIndex
  readonly #inner: ReadonlyMap<string, readonly NumberedFlow[]>
  readonly #insiders: ReadonlyMap<number, readonly NodeEntry[]>
  readonly #areInside: ReadonlySet<NodeEntry>
  readonly #queue: Inside[] = []
  #read = 0

  constructor(index: SpecIndex) {
    this.#index = index
    const { outer, inner } = flowsByOwner(index)
    this.#inner = inner
    this.#insiders = insidersByHolder(index)
    this.#areInside = new Set([...this.#insiders.values()].flat())
    this.nodes = new Array<GraphNode | undefined>(index.nodes.length).fill(undefined)
    this.flows = new Array<GraphFlow | undefined>(index.flows.length).fill(undefined)
    for (const numbered of outer) this.#addFlow(numbered, undefined)
  }

  readAll(): void {
    this.#readQueue()
    // What is left are loops that say of one another that they are inside: they are read as if outside.
    for (const entry of this.#index.nodes) {
      const [flow] = this.flows
      if (flow !== undefined) this.#readNode(entry, flow)
      this.#readQueue()
    }
  }

  #readQueue(): void {
    for (; this.#read < this.#queue.length; this.#read++) {
      const { flow, nodes = [] } = this.#queue[this.#read] ?? {}
      if (flow !== undefined) for (const entry of nodes) this.#readNode(entry, flow)
    }
  }

  #addFlow(numbered: NumberedFlow, owner: GraphNode | undefined): void {
    const [entry, place] = numbered
    const flow = readFlow(numbered, owner)
    this.flows[place] = flow
    // The body of a loop may stand beside it; then two flows have it, and one is its own.
    const nodes = entry.nodes.filter((node) => node.flow === entry && !this.#areInside.has(node))
    this.#queue.push({ flow, nodes })
  }

  /** Reads what says that it is inside of a node as the inside of that. */
  #addInsiders(owner: GraphNode, nodes: readonly NodeEntry[]): void {
    const flow = insideOf(owner, this.flows.length)
    this.flows.push(flow)
    this.#queue.push({ flow, nodes })
  }

  #readNode({ entity, place, key, name }: NodeEntry, flow: GraphFlow): void {
    if (this.nodes[place] !== undefined) return
    const path = pointerOf(entity)
    const command = commandOf(this.#index, entity)
    const node: GraphNode = { kind: 'node', place, key, name: name ?? key, command, flow, path }
    this.nodes[place] = node
    for (const inside of this.#inner.get(path) ?? []) this.#addFlow(inside, node)
    const insiders = this.#insiders.get(place)
    if (insiders !== undefined) this.#addInsiders(node, insiders)
  }
}

/** Reads the nodes and flows of a document from the outside inwards, so that each finds what it stands in. */
export function readVertices(index: SpecIndex): GraphVertices {
  const reader = new VertexReader(index)
  reader.readAll()
  return {
    nodes: reader.nodes.filter((node) => node !== undefined),
    flows: reader.flows.filter((flow) => flow !== undefined),
  }
}

/** The command of a node, which its own script says or one of the document's that it refers to; undefined where none does. */
function commandOf(index: SpecIndex, node: Entity): string | undefined {
  const runtime = entityIn(index, node, 'script', 'Script')?.child('runtime')?.value
  return readText(runtime, 'command') ?? commandOfCode(runtime?.['commandTypeId'])
}
