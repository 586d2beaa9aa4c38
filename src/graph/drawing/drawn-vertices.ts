import { loopEndCommand, structures } from '../../language/structures.ts'
import type { GraphVertex } from '../spec-graph.ts'

/** The outlines of nodes: those of one kind look alike in every picture. */
export type VertexShape = 'box' | 'decision' | 'join' | 'variables' | 'process' | 'mark' | 'external'

const shapes: ReadonlyMap<string | undefined, VertexShape> = new Map([
  [structures.branch.command, 'decision'],
  [structures.join.command, 'join'],
  [structures.assignment.command, 'variables'],
  [structures.paramHub.command, 'variables'],
  [structures.subProcess.command, 'process'],
  ['VIRTUAL', 'mark'],
  ['VIRTUAL_WORKFLOW', 'mark'],
  [loopEndCommand('doWhile', 'START'), 'mark'],
  [loopEndCommand('doWhile', 'END'), 'decision'],
  [loopEndCommand('forEach', 'START'), 'mark'],
  [loopEndCommand('forEach', 'END'), 'mark'],
])

/** The outline of a vertex. */
export function vertexShape(vertex: GraphVertex): VertexShape {
  if (vertex.kind === 'external') return 'external'
  if (vertex.kind === 'flow') return 'process'
  return shapes.get(vertex.command) ?? 'box'
}
