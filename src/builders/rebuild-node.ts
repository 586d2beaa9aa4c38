import { isRecord } from '../document/is-record.ts'
import type { FlowNode } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'
import { buildFields, finishNode } from './build-node.ts'
import { carried } from './carried.ts'
import type { NodeBase } from './entity-base.ts'
import { fillDefaults } from './fill-defaults.ts'
import { layOver } from './lay-over.ts'
import type { NodeState } from './node-state.ts'

/** A node that was read, with what was said since laid over it. */
export function rebuildNode(state: NodeState, base: NodeBase, position: number, context: BuildContext): FlowNode {
  const { raw } = base
  // Whatever stands in a list of nodes and is none is carried along.
  if (!isRecord(raw)) return raw as FlowNode
  const { name: _, id, ...said } = buildFields(state, position, { ...context, defaults: {} })
  const node = layOver('Node', raw, state.id === undefined ? said : { id, ...said }, base)
  fillDefaults(node, state, context)
  return finishNode(carried(node), state, position, context)
}
