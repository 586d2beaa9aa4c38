/**
 * The graph of a document: what comes after what, and pictures of it.
 *
 * @module
 */
export { cycles } from './cycles.ts'
export { toDot } from './drawing/dot.ts'
export { toMermaid } from './drawing/mermaid.ts'
export type { RenderDirection, RenderOptions } from './drawing/render-options.ts'
export { type GraphSource, graphOf } from './graph-of.ts'
export { order } from './order.ts'
export type { NodeChoice } from './reached-nodes.ts'
export { downstreamOf, upstreamOf } from './reached-nodes.ts'
export type {
  FlowRole,
  GraphArm,
  GraphEdge,
  GraphExternal,
  GraphFlow,
  GraphNode,
  GraphVariable,
  GraphVertex,
  SpecGraph,
} from './spec-graph.ts'
export type { SvgTheme } from './svg/picture-theme.ts'
export { type SvgOptions, toSvg } from './svg/to-svg.ts'
