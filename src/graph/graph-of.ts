import { indexSpec } from '../document/index/index-spec.ts'
import { isRecord } from '../document/json/records.ts'
import { readEdges } from './edges.ts'
import type { SpecGraph } from './spec-graph.ts'
import { readVariables } from './variables.ts'
import { VertexFinder } from './vertex-finder.ts'
import { readVertices } from './vertices.ts'

/** A document, built or read, a builder of one, or a graph that was made of one. */
export type GraphSource = object

const graphs = new WeakSet<object>()

function isGraph(source: object): source is SpecGraph {
  return graphs.has(source)
}

/** The document itself, or the one a builder stands for. */
function documentOf(source: object): unknown {
  return isRecord(source) && typeof source['toJSON'] === 'function' ? source['toJSON']() : source
}

/**
 * Reads the graph of a document as plain data: its nodes, what they stand in, and the edges between them, those between
 * workflows and those from outside of the document included. All versions and spellings give the same graph. The time
 * is in proportion to the document, and nothing is checked: what a document lacks is left out, or stands outside.
 *
 * @param source - a built or read document, or a builder; a graph is given back as it is
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
  if (isGraph(source)) return source
  const index = indexSpec(documentOf(source))
  const vertices = readVertices(index)
  const finder = new VertexFinder(index, vertices)
  const edges = readEdges(index, vertices, finder)
  const graph: SpecGraph = { ...vertices, externals: finder.externals, edges, variables: readVariables(index, finder) }
  graphs.add(graph)
  return graph
}
