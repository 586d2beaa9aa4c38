import type { FlowNode } from '../model/generated/types.ts'
import type { LinkTask } from './build-context.ts'
import { buildNode } from './build-node.ts'
import type { BuildOptions } from './build-options.ts'
import type { NodeState } from './node-state.ts'
import { workflowPlace } from './pointers.ts'

/** A node on its own, as it would stand in a workflow without a path; what is wrong with it is left to the build. */
export function previewNode(state: NodeState, options: BuildOptions = {}): FlowNode {
  const links: LinkTask[] = []
  const report = (): void => undefined
  const bodies: (() => void)[] = []
  const lists = { links, bodies, suppressions: [] }
  const context = {
    options,
    defaults: {},
    folder: undefined,
    place: workflowPlace,
    whole: undefined,
    ...lists,
    report,
  }
  const node = buildNode(state, 0, context)
  for (const link of links) link(new Map())
  for (const body of bodies) body()
  return node
}
