import { checkArgument, object } from '../diagnostics/arguments.ts'
import { type GivenDocument, givenDocuments } from '../document/given-documents.ts'
import { indexSpec } from '../document/index/index-spec.ts'
import { reading } from '../document/reading.ts'
import { readEdges } from './edges.ts'
import { type GraphPart, joinGraphs } from './joined-graphs.ts'
import type { SpecGraph } from './spec-graph.ts'
import { readVariables } from './variables.ts'
import { VertexFinder } from './vertex-finder.ts'
import { readVertices } from './vertices.ts'

/**
 * A document, built or read, or a builder of one; a project, built or not, or a list of documents and builders, whose graphs
 * are one; or a graph that was made of such.
 */
export type GraphSource = object

const graphs = new WeakSet<object>()

/** Whether something is a graph that was read of documents, and not such documents. */
export function isGraph(source: object): source is SpecGraph {
  return graphs.has(source)
}

function readPart({ document, path }: GivenDocument): GraphPart {
  const index = indexSpec(document)
  const vertices = readVertices(index)
  const finder = new VertexFinder(index, vertices)
  const edges = readEdges(index, vertices, finder)
  const graph = { ...vertices, externals: finder.externals, edges, variables: readVariables(index, finder) }
  function* outputs(): ReturnType<GraphPart['outputs']> {
    for (const output of index.outputs.first.keys()) {
      const vertex = finder.byOutput(output)
      if (vertex !== undefined) yield [output, vertex]
    }
  }
  return { graph, path, outputs }
}

/**
 * Reads the graph of a document as plain data: its nodes, what they stand in, and the edges between them, those between
 * workflows and those from outside of the document included. All versions and spellings give the same graph. The time
 * is in proportion to the document, and nothing is checked: what a document lacks is left out, or stands outside. Of
 * several documents, what one names and another offers is joined, and `path` begins with the place of the document.
 *
 * @param source - a built or read document, a builder, a project, or a list of documents; a graph is given back as it is
 * @throws FlowSpecError of a project with environments: its documents are others in each, so give `project.build(…)`
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { graphOf } from 'flowspec/graph'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(shell('load'), shell('report').after('load'))
 * const { nodes, edges } = graphOf(orders)
 * process.stdout.write(`${nodes.length} nodes\n`)
 * for (const { from, to, type } of edges) process.stdout.write(`${from.name} → ${to.name} (${type})\n`)
 * ```
 */
export function graphOf(source: GraphSource): SpecGraph {
  checkArgument('graphOf', 'source', source, object)
  if (isGraph(source)) return source
  return reading('graphOf', source, () => graphOfDocuments(givenDocuments(source)))
}

/** The graph of documents that were found in what somebody gave. */
export function graphOfDocuments(given: readonly GivenDocument[]): SpecGraph {
  const parts = given.map(readPart)
  const [only] = parts
  const graph = only !== undefined && parts.length === 1 && only.path === '' ? only.graph : joinGraphs(parts)
  graphs.add(graph)
  return graph
}
