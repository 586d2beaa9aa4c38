import type { Diagram } from '../../graph/layout/diagram.ts'
import { type FlowRole, type GraphVertex, type SpecGraph, vertexId } from '../../graph/spec-graph.ts'
import { itemKey, type NamedItem } from './item-changes.ts'

/** A box or frame of the picture, and what of the document it stands for. */
export interface DrawnItem extends NamedItem {
  readonly id: string
  readonly vertex: GraphVertex
  /** The workflow around it; the empty text for none, and for a workflow itself. */
  readonly workflow: string
  /** The loops and other nodes around it, in words, from the inside out. */
  readonly inside: readonly string[]
}

const roleWords: Readonly<Record<FlowRole, string>> = {
  workflow: 'workflow',
  document: 'document',
  'do-while': 'do-while loop',
  'for-each': 'for-each loop',
  combined: 'combined node',
  subflow: 'sub-process',
  paiflow: 'PAI flow',
}

/** What a vertex stands in: the name of the outermost workflow, and what is between that and the vertex. */
function surroundings(vertex: GraphVertex): Pick<DrawnItem, 'workflow' | 'inside'> {
  if (vertex.kind !== 'node') return { workflow: '', inside: [] }
  const inside: string[] = []
  let { flow } = vertex
  while (flow.owner !== undefined) {
    inside.push(`${roleWords[flow.role]} ${flow.name}`)
    flow = flow.owner.flow
  }
  return { workflow: flow.role === 'workflow' ? flow.name : '', inside }
}

/** What the items of a diagram stand for, in the order of its list. */
export function drawnItems({ items, lines }: Diagram, graph: SpecGraph): readonly DrawnItem[] {
  const vertices = new Map<string, GraphVertex>()
  for (const vertex of [...graph.nodes, ...graph.flows, ...graph.externals]) vertices.set(vertexId(vertex), vertex)
  const upstream = items.map((): string[] => [])
  for (const { from, to, kind } of lines)
    upstream[to]?.push(`${items[from]?.label ?? ''}${kind === 'previous' ? ' (previous cycle)' : ''}`)
  return items.flatMap(({ id, label: name }, at) => {
    const vertex = vertices.get(id)
    if (vertex === undefined) return []
    const { workflow, inside } = surroundings(vertex)
    const label = workflow === '' ? name : `${workflow}/${name}`
    const path = vertex.kind === 'external' ? '' : vertex.path
    return [{ id, vertex, workflow, inside, key: itemKey(workflow, name), label, path, upstream: upstream[at] ?? [] }]
  })
}
