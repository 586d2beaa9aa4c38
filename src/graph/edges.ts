import { childEntities, type Entity, pointerOf } from '../document/index/entity.ts'
import type { EdgeEntry, FlowEntry, NodeEntry, SpecIndex } from '../document/index/spec-index.ts'
import { readText } from '../document/json/records.ts'
import { dependencyTypes, isAboutItself } from '../language/dependency-types.ts'
import { BranchConditions } from './branch-conditions.ts'
import { type GraphEdge, type GraphVertex, pairId } from './spec-graph.ts'
import type { VertexFinder } from './vertex-finder.ts'
import type { GraphVertices } from './vertices.ts'

class EdgeReader {
  readonly edges: GraphEdge[] = []
  readonly #index: SpecIndex
  readonly #vertices: GraphVertices
  readonly #finder: VertexFinder
  readonly #conditions: BranchConditions
  #joined: Set<string> | undefined

  constructor(index: SpecIndex, vertices: GraphVertices, finder: VertexFinder) {
    this.#index = index
    this.#vertices = vertices
    this.#finder = finder
    this.#conditions = new BranchConditions(index, finder)
  }

  readDependencies(): void {
    for (const entry of this.#index.edges) {
      const { entity, type } = entry
      const to =
        this.#vertex(entry.node, entry.workflow) ??
        this.#finder.find(readText(entity.parent?.value, 'nodeId'), undefined)
      if (to === undefined) continue
      const output = readText(entity.value, 'output')
      const from = this.#upstream(entry, to)
      if (from !== undefined) this.#add({ from, to, type, output, path: pointerOf(entity) })
    }
  }

  /** Inputs are dependencies too; nearly all of them are repeated in the list of dependencies. */
  readInputs(): void {
    for (const inputs of this.#index.eachEntity('Artifacts')) {
      if (inputs.field !== 'inputs') continue
      for (const input of childEntities(inputs, 'nodeOutputs')) {
        this.#addInput(inputs, readText(input.value, 'nodeId'), readText(input.value, 'data'), pointerOf(input))
      }
    }
    for (const { holder, field, text, entity } of this.#index.references) {
      if (entity !== 'NodeOutput' || holder.name !== 'Artifacts' || holder.field !== 'inputs') continue
      this.#addInput(holder, undefined, text, `${pointerOf(holder)}/${field}`)
    }
  }

  #vertex(node: NodeEntry | undefined, workflow: FlowEntry | undefined): GraphVertex | undefined {
    if (node !== undefined) return this.#vertices.nodes[node.place]
    return workflow === undefined ? undefined : this.#finder.at(workflow.entity)
  }

  #upstream({ type, upstream, upstreamWorkflow, entity }: EdgeEntry, to: GraphVertex): GraphVertex | undefined {
    if (isAboutItself(type)) return to
    return (
      this.#vertex(upstream, upstreamWorkflow) ??
      this.#finder.find(readText(entity.value, 'nodeId'), readText(entity.value, 'output'))
    )
  }

  #addInput(inputs: Entity, id: string | undefined, output: string | undefined, path: string): void {
    const to = inputs.parent === undefined ? undefined : this.#finder.at(inputs.parent)
    const from = this.#finder.find(output === undefined ? id : undefined, output)
    if (to === undefined || from === undefined) return
    this.#joined ??= new Set(this.edges.map(pairId))
    const pair = pairId({ from, to })
    if (this.#joined.has(pair)) return
    this.#joined.add(pair)
    this.#add({ from, to, type: dependencyTypes.sameCycle, output, path })
  }

  #add(edge: Omit<GraphEdge, 'when' | 'arm'> & { readonly output: string | undefined }): void {
    const { from, to, type, path, output } = edge
    const data = output === undefined ? undefined : this.#finder.outputData(output)
    const when = this.#conditions.conditionOf(data)
    const arm = this.#conditions.armOf(to, from, data)
    this.edges.push({ from, to, type, path, when, arm })
  }
}

/** Reads the edges of a document: its dependencies, then the inputs that none of them repeats. */
export function readEdges(index: SpecIndex, vertices: GraphVertices, finder: VertexFinder): readonly GraphEdge[] {
  const reader = new EdgeReader(index, vertices, finder)
  reader.readDependencies()
  reader.readInputs()
  return reader.edges
}
