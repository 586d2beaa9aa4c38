import { drawingSteps } from '../drawing/drawing-steps.ts'
import { type DrawnEdge, drawnEdges } from '../drawing/drawn-edges.ts'
import { vertexShape } from '../drawing/drawn-vertices.ts'
import type { RenderOptions } from '../drawing/render-options.ts'
import type { Diagram, DiagramItem, DiagramLine, LineKind } from '../layout/diagram.ts'
import { type GraphVertex, type SpecGraph, vertexId } from '../spec-graph.ts'
import { toneOf } from './node-tone.ts'

/** What the lines of such a picture mean. */
export const graphLineNames: Readonly<Record<LineKind, string>> = {
  normal: 'same cycle',
  cross: 'between workflows',
  previous: 'previous cycle',
  loose: 'variables',
}

function detailOf(vertex: GraphVertex, hasCommand: boolean): string {
  if (vertex.kind === 'flow') return vertex.role === 'workflow' ? vertex.role : ''
  return hasCommand && vertex.kind === 'node' ? (vertex.command ?? '') : ''
}

/** The items of a picture from the outside inwards, and where each vertex is in the list. */
class ItemList {
  readonly items: DiagramItem[] = []
  readonly #places: Map<GraphVertex, number> = new Map()
  readonly #hasCommand: boolean

  constructor(hasCommand: boolean) {
    this.#hasCommand = hasCommand
  }

  add(vertex: GraphVertex, isFrame: boolean, within: number | undefined): number {
    const place = this.items.length
    this.#places.set(vertex, place)
    const [shape, tone] = [vertexShape(vertex), toneOf(vertex)]
    const detail = detailOf(vertex, this.#hasCommand)
    this.items.push({ id: vertexId(vertex), label: vertex.name, detail, shape, tone, isFrame, within })
    return place
  }

  /** Where a vertex is drawn: the inside of a node by its node; undefined for the body of a document, which is not drawn. */
  placeOf(vertex: GraphVertex): number | undefined {
    const place = this.#places.get(vertex)
    if (place !== undefined || vertex.kind !== 'flow' || vertex.owner === undefined) return place
    return this.#places.get(vertex.owner)
  }

  /** The outermost item around another: a workflow, of what stands in one. */
  outermost(place: number): number {
    let at = place
    for (let out = this.items[at]?.within; out !== undefined; out = this.items[at]?.within) at = out
    return at
  }
}

function listItems(graph: SpecGraph, { commands, externals }: Required<RenderOptions>): ItemList {
  const list = new ItemList(commands)
  const open: number[] = []
  for (const { step, vertex } of drawingSteps(graph)) {
    if (step === 'close') open.pop()
    else {
      const place = list.add(vertex, step === 'open', open.at(-1))
      if (step === 'open') open.push(place)
    }
  }
  if (externals) for (const external of graph.externals) list.add(external, false, undefined)
  return list
}

function kindOf({ meaning }: DrawnEdge, from: number, to: number, list: ItemList): LineKind {
  if (meaning !== 'same cycle') return meaning === 'previous cycle' ? 'previous' : 'loose'
  const [outerFrom, outerTo] = [list.outermost(from), list.outermost(to)]
  const isBetween = [outerFrom, outerTo].some((at) => {
    const item = list.items[at]
    return item?.isFrame === true || item?.shape === 'external' || item?.shape === 'process'
  })
  return outerFrom !== outerTo && isBetween ? 'cross' : 'normal'
}

/** What is drawn of the graph of a document. */
export function diagramOf(graph: SpecGraph, options: Required<RenderOptions>): Diagram {
  const list = listItems(graph, options)
  const lines: DiagramLine[] = []
  for (const edge of drawnEdges(graph, options)) {
    const [from, to] = [list.placeOf(edge.from), list.placeOf(edge.to)]
    if (from === undefined || to === undefined) continue
    lines.push({ from, to, kind: kindOf(edge, from, to, list), label: edge.note })
  }
  return { items: list.items, lines }
}
