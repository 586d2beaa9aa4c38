import { type Entity, pointerOf } from '../document/index/entity.ts'
import { addToGroup } from '../document/index/first-by-key.ts'
import { entityIn } from '../document/index/referenced-entities.ts'
import type { FlowEntry, NodeEntry, SpecIndex } from '../document/index/spec-index.ts'
import { readText } from '../document/json/records.ts'
import { nodeTypes } from '../language/generated/node-types.ts'
import { structures } from '../language/structures.ts'
import type { FlowRole, GraphFlow, GraphNode } from './spec-graph.ts'

/** The nodes and flows of a document, each at its place. */
export interface GraphVertices {
  readonly nodes: readonly GraphNode[]
  readonly flows: readonly GraphFlow[]
}

type NumberedFlow = readonly [entry: FlowEntry, place: number]

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

class VertexReader {
  readonly nodes: (GraphNode | undefined)[]
  readonly flows: (GraphFlow | undefined)[]
  readonly #index: SpecIndex
  readonly #commands: CommandReader
  readonly #inner: ReadonlyMap<string, readonly NumberedFlow[]>
  readonly #queue: [NumberedFlow, GraphNode | undefined][]
  #read = 0

  constructor(index: SpecIndex) {
    this.#index = index
    this.#commands = new CommandReader(index)
    const { outer, inner } = flowsByOwner(index)
    this.#inner = inner
    this.#queue = outer.map((entry) => [entry, undefined])
    this.nodes = new Array<GraphNode | undefined>(index.nodes.length).fill(undefined)
    this.flows = new Array<GraphFlow | undefined>(index.flows.length).fill(undefined)
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
      const [numbered, owner] = this.#queue[this.#read] ?? []
      if (numbered === undefined) continue
      const flow = readFlow(numbered, owner)
      this.flows[flow.place] = flow
      // The body of a loop may stand beside it; then two flows have it, and one is its own.
      for (const entry of numbered[0].nodes) if (entry.flow === numbered[0]) this.#readNode(entry, flow)
    }
  }

  #readNode({ entity, place, key, name }: NodeEntry, flow: GraphFlow): void {
    if (this.nodes[place] !== undefined) return
    const path = pointerOf(entity)
    const command = this.#commands.of(entity)
    const node: GraphNode = { kind: 'node', place, key, name: name ?? key, command, flow, path }
    this.nodes[place] = node
    for (const inside of this.#inner.get(path) ?? []) this.#queue.push([inside, node])
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

/** Reads the commands of nodes: of their own script, or of one of the document's they refer to. */
class CommandReader {
  readonly #index: SpecIndex
  #commands: ReadonlyMap<unknown, string> | undefined

  constructor(index: SpecIndex) {
    this.#index = index
  }

  /** The command of a node; undefined when the document does not say it. */
  of(node: Entity): string | undefined {
    const runtime = entityIn(this.#index, node, 'script', 'Script')?.child('runtime')?.value
    return readText(runtime, 'command') ?? this.#ofCode(runtime?.['commandTypeId'])
  }

  #ofCode(code: unknown): string | undefined {
    if (code === undefined) return undefined
    // Of commands with one code the first counts: the others are names that only some pages use.
    this.#commands ??= new Map([...nodeTypes].reverse().map(([command, type]) => [type.code, command]))
    return this.#commands.get(code)
  }
}
