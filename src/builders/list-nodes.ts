import { isRecord } from '../document/is-record.ts'
import type { AnyNode } from './any-node.ts'
import type { EntityBase } from './entity-base.ts'
import { flowNodes, type Steps } from './flow-steps.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'

/** Whether there is something a builder can be of; a list in a document may hold anything. */
export function isEntity({ base }: { readonly base?: EntityBase }): boolean {
  return base === undefined || isRecord(base.raw)
}

/** The nodes of a flow, without what stands in its list and is no node. */
export function listNodes(steps: Steps): readonly AnyNode[] {
  return flowNodes(steps).filter((node) => isEntity(NodeBuilderImpl.stateOf(node) ?? {}))
}
