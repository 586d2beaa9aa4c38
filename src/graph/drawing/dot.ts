import { checkArgument, object } from '../../diagnostics/arguments.ts'
import { type GraphSource, graphOf } from '../graph-of.ts'
import { type GraphVertex, vertexId } from '../spec-graph.ts'
import { type DrawingStep, drawingSteps, indentOf } from './drawing-steps.ts'
import { type DrawnEdge, drawnEdges } from './drawn-edges.ts'
import { type VertexShape, vertexShape } from './drawn-vertices.ts'
import { plainText } from './plain-text.ts'
import { type RenderOptions, readRenderOptions } from './render-options.ts'

const outlines: Readonly<Record<VertexShape, string>> = {
  box: 'shape=box',
  decision: 'shape=diamond',
  join: 'shape=hexagon',
  variables: 'shape=parallelogram',
  process: 'shape=box, peripheries=2',
  mark: 'shape=box, style=rounded',
  external: 'shape=oval, style=dashed',
}

function label(vertex: GraphVertex, hasCommand: boolean): string {
  const command = hasCommand && vertex.kind === 'node' ? vertex.command : undefined
  return `label="${escapeDot(vertex.name)}${command === undefined ? '' : `\\n${escapeDot(command)}`}"`
}

function box(vertex: GraphVertex, hasCommand: boolean): string {
  return `${vertexId(vertex)} [${label(vertex, hasCommand)}, ${outlines[vertexShape(vertex)]}]`
}

/** Edges join nodes and not frames, so what has a frame and edges is a box in it, too. */
function* stepLines({ step, vertex, depth }: DrawingStep, hasBox: boolean, hasCommand: boolean): Generator<string> {
  const indent = indentOf(depth)
  if (step === 'open') {
    yield `${indent}subgraph cluster_${vertexId(vertex)} {`
    yield `${indent}  ${label(vertex, false)}`
    if (hasBox) yield `${indent}  ${box(vertex, hasCommand)}`
  } else yield indent + (step === 'box' ? box(vertex, hasCommand) : '}')
}

function edgeLine({ from, to, meaning, label: text }: DrawnEdge): string {
  const settings = [
    ...(text === '' ? [] : [`label="${escapeDot(text)}"`]),
    ...(meaning === 'same cycle' ? [] : ['style=dashed']),
  ]
  return `  ${vertexId(from)} -> ${vertexId(to)}${settings.length === 0 ? '' : ` [${settings.join(', ')}]`}`
}

/**
 * Draws the graph of a document in the language of Graphviz, whose `dot` also lays out graphs of many thousands of
 * nodes. It shows what {@link toMermaid} shows, and escapes every text of the document too.
 *
 * @param source - a built or read document, a builder, a project, a list of documents, or a graph
 * @throws FlowSpecError when the direction is not one of the four
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { toDot } from 'flowspec/graph'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(shell('load'), shell('report').after('load'))
 * process.stdout.write(toDot(orders)) // for: dot -Tsvg
 * ```
 */
export function toDot(source: GraphSource, options: RenderOptions = {}): string {
  checkArgument('toDot', 'source', source, object)
  const read = readRenderOptions('toDot', options)
  const graph = graphOf(source)
  const edges = drawnEdges(graph, read)
  const touched = new Set<GraphVertex>(edges.flatMap(({ from, to }) => [from, to]))
  const lines = ['digraph {', `  rankdir=${read.direction}`]
  for (const step of drawingSteps(graph)) {
    const { vertex } = step
    for (const line of stepLines(step, vertex.kind === 'node' || touched.has(vertex), read.commands)) lines.push(line)
  }
  if (read.externals) for (const external of graph.externals) lines.push(`  ${box(external, false)}`)
  for (const edge of edges) lines.push(edgeLine(edge))
  return `${[...lines, '}'].join('\n')}\n`
}

/** A text of a document as Graphviz text inside quotes: neither an escape of Graphviz nor an entity of HTML. */
export function escapeDot(text: string): string {
  return plainText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;')
}
