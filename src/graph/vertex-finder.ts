import { closestEntity, type Entity, pointerOf } from '../document/index/entity.ts'
import { outputData } from '../document/index/referenced-entities.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import { parseReference } from '../document/references.ts'
import type { GraphExternal, GraphFlow, GraphNode, GraphVertex } from './spec-graph.ts'
import type { GraphVertices } from './vertices.ts'

/** The first value of every text; made when it is first needed, since most documents need few of these. */
function firstByText<Value>(entries: Iterable<readonly [string | undefined, Value]>): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>()
  for (const [text, value] of entries) if (text !== undefined && !found.has(text)) found.set(text, value)
  return found
}

/** Finds what the ids and outputs of a document stand for; what it does not have stands outside. */
export class VertexFinder {
  readonly externals: GraphExternal[] = []
  readonly #index: SpecIndex
  readonly #vertices: GraphVertices
  readonly #external: Map<string, GraphExternal> = new Map()
  #workflows: ReadonlyMap<string, GraphFlow> | undefined
  #byPath: ReadonlyMap<string, GraphNode | GraphFlow> | undefined

  constructor(index: SpecIndex, vertices: GraphVertices) {
    this.#index = index
    this.#vertices = vertices
  }

  /** What an id stands for: a node or a workflow of the document. */
  byId(reference: string | undefined): GraphNode | GraphFlow | undefined {
    const id = reference === undefined ? undefined : parseReference(reference)
    if (id === undefined) return undefined
    const entry = this.#index.nodesByKey.first.get(id)
    if (entry !== undefined) return this.#vertices.nodes[entry.place]
    this.#workflows ??= firstByText(
      this.#vertices.flows.filter(({ role }) => role === 'workflow').map((flow) => [flow.id ?? flow.name, flow]),
    )
    return this.#workflows.get(id)
  }

  /** What provides an output: a node or a workflow of the document. */
  byOutput(reference: string | undefined): GraphNode | GraphFlow | undefined {
    const output = reference === undefined ? undefined : this.#index.outputs.first.get(this.outputData(reference))
    if (output === undefined) return undefined
    return output.node === undefined ? this.at(output.owner) : this.#vertices.nodes[output.node.place]
  }

  /** The output that a reference in braces stands for; any other text stands for itself. */
  outputData(reference: string): string {
    return outputData(this.#index, reference)
  }

  /** The node or workflow that an entity is; the inside of a node counts as the node. */
  at(entity: Entity): GraphNode | GraphFlow | undefined {
    this.#byPath ??= firstByText(
      [...this.#vertices.nodes, ...this.#vertices.flows].map((vertex) => [vertex.path, vertex]),
    )
    const found = this.#byPath.get(pointerOf(entity))
    return found?.kind === 'flow' ? (found.owner ?? found) : found
  }

  /** The node that an entity is part of. */
  around(entity: Entity): GraphNode | undefined {
    const node = closestEntity(entity, 'Node')
    const found = node === undefined ? undefined : this.at(node)
    return found?.kind === 'node' ? found : undefined
  }

  /** What a name stands for that the document does not have. */
  outside(name: string): GraphExternal {
    const known = this.#external.get(name)
    if (known !== undefined) return known
    const external: GraphExternal = { kind: 'external', place: this.externals.length, name }
    this.#external.set(name, external)
    this.externals.push(external)
    return external
  }

  /** What an id or an output stands for, whether the document has it or not. */
  find(id: string | undefined, output: string | undefined): GraphVertex | undefined {
    const known = this.byId(id) ?? this.byOutput(output)
    if (known !== undefined) return known
    const name = output === undefined ? id : this.outputData(output)
    return name === undefined ? undefined : this.outside(name)
  }
}
