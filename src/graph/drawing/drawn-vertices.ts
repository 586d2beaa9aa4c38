import type { GraphVertex } from '../spec-graph.ts'

/** The outlines of nodes: those of one kind look alike in every picture. */
export type VertexShape = 'box' | 'decision' | 'join' | 'variables' | 'process' | 'mark' | 'external'

const shapes: Readonly<Record<string, VertexShape>> = {
  CONTROLLER_BRANCH: 'decision',
  CONTROLLER_JOIN: 'join',
  CONTROLLER_ASSIGNMENT: 'variables',
  PARAM_HUB: 'variables',
  SUB_PROCESS: 'process',
  VIRTUAL: 'mark',
  VIRTUAL_WORKFLOW: 'mark',
  CONTROLLER_CYCLE_START: 'mark',
  CONTROLLER_CYCLE_END: 'decision',
  CONTROLLER_TRAVERSE_START: 'mark',
  CONTROLLER_TRAVERSE_END: 'mark',
}

/** The outline of a vertex. */
export function vertexShape(vertex: GraphVertex): VertexShape {
  if (vertex.kind === 'external') return 'external'
  if (vertex.kind === 'flow') return 'process'
  const { command } = vertex
  return (command !== undefined && Object.hasOwn(shapes, command) ? shapes[command] : undefined) ?? 'box'
}
