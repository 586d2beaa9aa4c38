import type { GraphEdge, GraphExternal, GraphFlow, GraphNode, GraphVertex, SpecGraph } from './spec-graph.ts'

/** The graph of one document among several. */
export interface GraphPart {
  readonly graph: SpecGraph
  /** JSON Pointer of the document in what was given. */
  readonly path: string
  /** The outputs of the document, each with what offers it. */
  readonly outputs: () => Generator<readonly [output: string, vertex: GraphNode | GraphFlow]>
}

type Filled<Vertex, Field extends keyof Vertex> = Omit<Vertex, Field> & { -readonly [Key in Field]: Vertex[Key] }

/** Puts the graphs of documents together: what one names that another offers stands outside no longer. */
class GraphJoiner {
  readonly nodes: GraphNode[] = []
  readonly flows: GraphFlow[] = []
  readonly externals: GraphExternal[] = []
  readonly #joined: Map<GraphVertex, GraphVertex> = new Map()
  readonly #outputs: Map<string, GraphVertex> = new Map()

  addInside({ graph, path, outputs }: GraphPart): void {
    const flows = graph.flows.map((flow): Filled<GraphFlow, 'owner'> => {
      const copy = { ...flow, place: this.flows.length, path: path + flow.path }
      this.flows.push(copy)
      this.#joined.set(flow, copy)
      return copy
    })
    for (const node of graph.nodes) {
      const flow = this.#flow(node.flow)
      const copy = { ...node, place: this.nodes.length, path: path + node.path, flow }
      this.nodes.push(copy)
      this.#joined.set(node, copy)
    }
    for (const flow of flows) flow.owner = this.#node(flow.owner)
    for (const [output, vertex] of outputs()) if (!this.#outputs.has(output)) this.#outputs.set(output, this.at(vertex))
  }

  /** What is outside of a document: in another one, or outside of all. */
  addOutside({ graph }: GraphPart): void {
    for (const external of graph.externals) {
      const { name } = external
      let found = this.#outputs.get(name)
      if (found === undefined) {
        const outside: GraphExternal = { kind: 'external', place: this.externals.length, name }
        this.externals.push(outside)
        this.#outputs.set(name, outside)
        found = outside
      }
      this.#joined.set(external, found)
    }
  }

  at(vertex: GraphVertex): GraphVertex {
    return this.#joined.get(vertex) ?? vertex
  }

  /** Each field by its name: of documents with a million edges, what copies the rest of an object is most of the time. */
  edge({ from, to, type, when, arm, path: inPart }: GraphEdge, path: string): GraphEdge {
    return { from: this.at(from), to: this.at(to), type, path: path + inPart, when, arm }
  }

  #flow(flow: GraphFlow): GraphFlow {
    const found = this.at(flow)
    return found.kind === 'flow' ? found : flow
  }

  #node(node: GraphNode | undefined): GraphNode | undefined {
    const found = node && this.at(node)
    return found?.kind === 'node' ? found : undefined
  }
}

/** The graph of several documents together, in their order; linear in all of them. */
export function joinGraphs(parts: readonly GraphPart[]): SpecGraph {
  const joiner = new GraphJoiner()
  for (const part of parts) joiner.addInside(part)
  for (const part of parts) joiner.addOutside(part)
  const { nodes, flows, externals } = joiner
  const edges = parts.flatMap(({ graph, path }) => graph.edges.map((edge) => joiner.edge(edge, path)))
  const variables = parts.flatMap(({ graph }) =>
    graph.variables.flatMap(({ from, to, name }) => {
      const [source, target] = [joiner.at(from), joiner.at(to)]
      return source.kind === 'node' && target.kind === 'node' ? [{ from: source, to: target, name }] : []
    }),
  )
  return { nodes, flows, externals, edges, variables }
}
