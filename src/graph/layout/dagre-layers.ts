import type { DagreBox, DagreLink } from './dagre.cjs'
import libraries from './dagre.cjs'
import { type Extent, gaps, type Layered, type LayerTask, type Link, type Way } from './extent.ts'
import { LayerExtents } from './layer-extents.ts'

const noLabel: Extent = { along: 0, across: 0 }

/** The lines of dagre lead downwards: what it calls y is along them, and x across. */
function boxOf({ along, across }: Extent): DagreBox {
  return { width: across, height: along }
}

function linkOf({ label = noLabel, layersBetween = 1 }: Link): DagreLink {
  return { ...boxOf(label), labelpos: 'c', minlen: layersBetween }
}

/** Where a line passes what stands between its ends: straight through each layer, and through its label. */
function wayOf({ points = [], x, y, width, height }: DagreLink, layers: LayerExtents): Way {
  const label = width > 0 && x !== undefined && y !== undefined ? { along: y, across: x } : undefined
  const passed = points.slice(1, -1).flatMap((point): Extent[] => {
    const isLabel = label !== undefined && Math.abs(point.y - label.along) < 0.5
    const half = isLabel ? height / 2 : layers.halfAt(point.y)
    return half === undefined ? [] : [-half, half].map((offset) => ({ along: point.y + offset, across: point.x }))
  })
  return { points: passed, label }
}

/**
 * Places boxes in layers so that few lines cross and most are straight, by dagre. What it takes grows faster than the boxes.
 */
export function layerByDagre({ boxes, links }: LayerTask): Layered {
  const { dagre } = libraries
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ nodesep: gaps.across, edgesep: gaps.lines, ranksep: gaps.along })
  const placed = boxes.map(boxOf)
  for (const [at, box] of placed.entries()) graph.setNode(String(at), box)
  const drawn = links.map((link, at) => {
    const made = linkOf(link)
    graph.setEdge(String(link.from), String(link.to), made, String(at))
    return { link, made }
  })
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  // The size of a graph without anything in it is less than nothing.
  const size = { along: Math.max(height, 0), across: Math.max(width, 0) }
  const places = placed.map(({ x = 0, y = 0, ...box }) => ({ along: y - box.height / 2, across: x - box.width / 2 }))
  const layers = new LayerExtents(boxes, places)
  return {
    places,
    ways: drawn.map(({ link, made }) => layers.leaving(link, wayOf(made, layers))),
    size,
  }
}
