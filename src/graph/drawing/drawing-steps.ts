import { addToGroup } from '../../document/index/first-by-key.ts'
import type { GraphFlow, GraphNode, SpecGraph } from '../spec-graph.ts'

/** A node or a workflow. */
export type DrawnVertex = GraphNode | GraphFlow

/** One step of drawing: a box, or where a frame around others begins or ends. */
export interface DrawingStep {
  readonly step: 'box' | 'open' | 'close'
  readonly vertex: DrawnVertex
  /** How many frames are around it. */
  readonly depth: number
}

/** Deeper than people draw; what is deeper yet is not set in further, for a text of n frames in frames would be n² long. */
const deepestIndent = 40

/** The white space before a line that stands in so many frames. */
export function indentOf(depth: number): string {
  return '  '.repeat(Math.min(depth, deepestIndent) + 1)
}

/** What stands directly in each node and workflow; under undefined what stands in none. */
function contents({ nodes, flows }: SpecGraph): ReadonlyMap<DrawnVertex | undefined, readonly DrawnVertex[]> {
  const found = new Map<DrawnVertex | undefined, DrawnVertex[]>()
  for (const flow of flows) if (flow.role === 'workflow') addToGroup(found, undefined, flow)
  for (const node of nodes) {
    const { flow } = node
    addToGroup(found, flow.owner ?? (flow.role === 'workflow' ? flow : undefined), node)
  }
  return found
}

/** The nodes and workflows of a graph from the outside inwards, what has something inside as a frame around it. */
export function* drawingSteps(graph: SpecGraph): Generator<DrawingStep> {
  const inside = contents(graph)
  const stack: DrawingStep[] = []
  const push = (vertices: readonly DrawnVertex[], depth: number): void => {
    for (const vertex of vertices.toReversed()) stack.push({ step: inside.has(vertex) ? 'open' : 'box', vertex, depth })
  }
  push(inside.get(undefined) ?? [], 0)
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    yield at
    if (at.step !== 'open') continue
    stack.push({ ...at, step: 'close' })
    push(inside.get(at.vertex) ?? [], at.depth + 1)
  }
}
