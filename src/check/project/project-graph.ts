import type { EdgeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import type { EdgeList } from '../../graph/adjacency.ts'
import { shortestCycles } from '../../graph/shortest-cycles.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { isNormal } from '../engine/normal-edges.ts'

/** A cycle that runs through several documents: of nodes and workflows, or of the documents only. */
export interface ProjectCycle {
  /** The vertices, each waiting for the one before it, the first for the last; of a cycle of documents, their positions. */
  readonly vertices: readonly number[]
  readonly ofDocuments: boolean
}

/** The output that a dependency within one cycle names, and that is none of the document's own. */
export function externalOutput({ type, upstream, entity }: EdgeEntry): string | undefined {
  return type === dependencyTypes.sameCycle && upstream === undefined ? readText(entity.value, 'output') : undefined
}

/**
 * What waits for what in all documents of a project: a vertex for each node and each workflow, numbered through the
 * documents, and an edge from each to what it comes after. A workflow has ended when its nodes have.
 */
export class ProjectGraph {
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #outside: { readonly vertex: number; readonly output: string }[] = []
  readonly #owners: Map<string, number> = new Map()
  readonly #names: string[] = []
  readonly #documents: number[] = []
  readonly #starts: number[] = []
  #cycles: readonly ProjectCycle[] | undefined

  /** Adds the nodes and workflows of a document. */
  add(index: SpecIndex): void {
    const start = this.#names.length
    const position = this.#starts.push(start) - 1
    for (const { name, key } of index.nodes) {
      this.#names.push(name ?? key)
      this.#documents.push(position)
    }
    const workflows = this.#addWorkflows(index, start, position)
    for (const [output, { node, owner }] of index.outputs.first) {
      const vertex = node === undefined ? workflows.get(owner.value) : start + node.place
      if (vertex !== undefined && !this.#owners.has(output)) this.#owners.set(output, vertex)
    }
    for (const edge of index.edges) this.#addEdge(edge, start)
    this.#addSubFlows(index, start)
  }

  /** Adds the workflows, which wait for their nodes; gives the vertex of each. */
  #addWorkflows(index: SpecIndex, start: number, position: number): ReadonlyMap<unknown, number> {
    const vertices = new Map<unknown, number>()
    for (const { entity, nodes } of index.flows) {
      if (entity.name !== 'Workflow') continue
      const vertex = this.#names.push(readText(entity.value, 'name') ?? '') - 1
      this.#documents.push(position)
      vertices.set(entity.value, vertex)
      for (const { place } of nodes) this.#addPair(vertex, start + place)
    }
    return vertices
  }

  #addEdge(edge: EdgeEntry, start: number): void {
    if (edge.node === undefined) return
    const vertex = start + edge.node.place
    const output = externalOutput(edge)
    if (isNormal(edge)) this.#addPair(vertex, start + edge.upstream.place)
    else if (output !== undefined) this.#outside.push({ vertex, output })
  }

  #addSubFlows(index: SpecIndex, start: number): void {
    for (const { parent, value } of index.entitiesOf('SubFlow')) {
      const output = readText(value, 'output')
      const key = readText(parent?.value, 'id') ?? readText(parent?.value, 'name') ?? ''
      const node = index.nodesByKey.first.get(key)
      if (output !== undefined && node !== undefined) this.#outside.push({ vertex: start + node.place, output })
    }
  }

  #addPair(from: number, to: number): void {
    this.#from.push(from)
    this.#to.push(to)
  }

  /** The vertex that provides an output. */
  owner(output: string): number | undefined {
    return this.#owners.get(output)
  }

  name(vertex: number): string {
    return this.#names[vertex] ?? ''
  }

  /** The position of the document a vertex belongs to. */
  documentOf(vertex: number): number {
    return this.#documents[vertex] ?? -1
  }

  /** The vertex of the first node of a document. */
  startOf(position: number): number {
    return this.#starts[position] ?? 0
  }

  /** The cycles through several documents. */
  get cycles(): readonly ProjectCycle[] {
    this.#cycles ??= this.#findCycles()
    return this.#cycles
  }

  #findCycles(): readonly ProjectCycle[] {
    const across = this.#outside.flatMap(({ vertex, output }): [number, number][] => {
      const owner = this.#owners.get(output)
      return owner === undefined || this.documentOf(owner) === this.documentOf(vertex) ? [] : [[vertex, owner]]
    })
    if (across.length === 0) return []
    const ofNodes = shortestCycles(
      this.#names.length,
      edgeList(
        [...this.#to, ...across.map(([, owner]) => owner)],
        [...this.#from, ...across.map(([vertex]) => vertex)],
      ),
    ).filter((cycle) => this.#spans(cycle))
    const taken = new Set(ofNodes.flatMap((cycle) => cycle.map((vertex) => this.documentOf(vertex))))
    const documentsOf = (end: 0 | 1): number[] => across.map((pair) => this.documentOf(pair[end]))
    const ofDocuments = shortestCycles(this.#starts.length, edgeList(documentsOf(1), documentsOf(0))).filter(
      (cycle) => !cycle.some((position) => taken.has(position)),
    )
    return [
      ...ofNodes.map((vertices) => ({ vertices, ofDocuments: false })),
      ...ofDocuments.map((vertices) => ({ vertices, ofDocuments: true })),
    ]
  }

  #spans(cycle: readonly number[]): boolean {
    return cycle.some((vertex) => this.documentOf(vertex) !== this.documentOf(cycle[0] ?? 0))
  }
}

function edgeList(from: readonly number[], to: readonly number[]): EdgeList {
  return { from: Int32Array.from(from), to: Int32Array.from(to) }
}
