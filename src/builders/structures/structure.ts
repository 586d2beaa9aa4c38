import type { FlowNode } from '../../language/generated/types.ts'
import type { BuildContext, NodeBase } from '../build/context.ts'
import type { Mutable } from '../fields.ts'
import type { Dependency } from '../node/node-builder.ts'

/** Where a control structure is put into its node. */
export interface StructureSite {
  readonly context: BuildContext
  /** JSON Pointer of the node. */
  readonly pointer: string
  /** The node as read, when it was, so that what stands in it already stays. */
  readonly base: NodeBase | undefined
}

/** What a control structure knows beyond its node. Never changed: each step makes a new one. */
export interface Structure {
  /** Writes its fields into the node, whose common fields stand already. */
  finish(node: Mutable<FlowNode>, site: StructureSite): void
  /** What the node comes after because of its structure. */
  upstreams?(): readonly Dependency[]
}
