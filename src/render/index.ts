/**
 * The graph of a document: what comes after what, and pictures of it.
 *
 * @module
 */
export { cycles } from '../graph/cycles.ts'
export { downstreamOf } from '../graph/downstream-of.ts'
export { type GraphSource, graphOf } from '../graph/graph-of.ts'
export { order } from '../graph/order.ts'
export type { NodeChoice } from '../graph/reached-nodes.ts'
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
} from '../graph/spec-graph.ts'
export { upstreamOf } from '../graph/upstream-of.ts'
export type { RenderDirection, RenderOptions } from './render-options.ts'
export { toDot } from './to-dot.ts'
export { toMermaid } from './to-mermaid.ts'
