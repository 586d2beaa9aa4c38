import { addToGroup } from '../../document/index/first-by-key.ts'
import type { EdgeList } from '../../graph/adjacency.ts'
import { aroundWorkflows } from '../../graph/around-workflows.ts'
import { shortestCycles } from '../../graph/shortest-cycles.ts'
import type { GraphPart } from './document-facts.ts'

/** A cycle that runs through several documents: of nodes and workflows, or of the documents only. */
export interface ProjectCycle {
  /** The vertices, each waiting for the one before it, the first for the last; of a cycle of documents, their positions. */
  readonly vertices: readonly number[]
  readonly ofDocuments: boolean
  /** The place of each vertex in the cycle. */
  readonly places: ReadonlyMap<number, number>
  /** The positions of the documents it runs through; the first of them is the least. */
  readonly documents: readonly number[]
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
  /** How many nodes each document has. */
  readonly #nodes: number[] = []
  #cycles: Map<number, ProjectCycle[]> | undefined

  /** Adds the nodes and workflows of a document. */
  add({ names, nodes, pairs, outside, owners }: GraphPart): void {
    const start = this.#names.length
    const position = this.#starts.push(start) - 1
    this.#nodes.push(nodes)
    for (const name of names) {
      this.#names.push(name)
      this.#documents.push(position)
    }
    for (const [output, vertex] of owners) if (!this.#owners.has(output)) this.#owners.set(output, start + vertex)
    for (let at = 0; at < pairs.length; at += 2) {
      this.#from.push(start + (pairs[at] ?? 0))
      this.#to.push(start + (pairs[at + 1] ?? 0))
    }
    for (const [vertex, output] of outside) this.#outside.push({ vertex: start + vertex, output })
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

  /** The cycles through the document at a position and others. */
  cyclesThrough(position: number): readonly ProjectCycle[] {
    if (this.#cycles === undefined) {
      this.#cycles = new Map()
      for (const cycle of this.#findCycles()) {
        for (const document of cycle.documents) addToGroup(this.#cycles, document, cycle)
      }
    }
    return this.#cycles.get(position) ?? []
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
    )
      .filter((cycle) => this.#spans(cycle))
      .map((cycle) => aroundWorkflows(cycle, (vertex) => this.#endAfter(vertex)))
    const taken = new Set(ofNodes.flatMap((cycle) => cycle.map((vertex) => this.documentOf(vertex))))
    const documentsOf = (end: 0 | 1): number[] => across.map((pair) => this.documentOf(pair[end]))
    const ofDocuments = shortestCycles(this.#starts.length, edgeList(documentsOf(1), documentsOf(0))).filter(
      (cycle) => !cycle.some((position) => taken.has(position)),
    )
    return [
      ...ofNodes.map((vertices) => this.#cycle(vertices, false)),
      ...ofDocuments.map((vertices) => this.#cycle(vertices, true)),
    ]
  }

  #cycle(vertices: readonly number[], ofDocuments: boolean): ProjectCycle {
    const positions = ofDocuments ? vertices : vertices.map((vertex) => this.documentOf(vertex))
    const documents = [...new Set(positions)].sort((left, right) => left - right)
    return { vertices, ofDocuments, documents, places: new Map(vertices.map((vertex, place) => [vertex, place])) }
  }

  /** The end of the workflow whose start a vertex is. */
  #endAfter(vertex: number): number | undefined {
    const position = this.documentOf(vertex)
    const place = vertex - this.startOf(position) - (this.#nodes[position] ?? 0)
    return place >= 0 && place % 2 === 0 ? vertex + 1 : undefined
  }

  #spans(cycle: readonly number[]): boolean {
    return cycle.some((vertex) => this.documentOf(vertex) !== this.documentOf(cycle[0] ?? 0))
  }
}

function edgeList(from: readonly number[], to: readonly number[]): EdgeList {
  return { from: Int32Array.from(from), to: Int32Array.from(to) }
}
