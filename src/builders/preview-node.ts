import { buildNode } from './build-node.ts'
import type { NodeState } from './node-state.ts'

/** A node on its own, as it would stand in a workflow without a path; what is wrong with it is left to the build. */
export function previewNode(state: NodeState): unknown {
  return buildNode(state, 0, { options: {}, defaults: {}, folder: undefined, report: () => undefined })
}
