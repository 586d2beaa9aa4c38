import type { AnyNode } from './any-node.ts'
import type { StructureBuilders, StructureKind } from './structure-builders.ts'

/** What holds nodes: a workflow, a document, or a node with nodes inside. */
export interface NodeFinder {
  /**
   * A control structure among its nodes, with the steps and handles it has.
   *
   * @param kind - the name of the function that makes one, such as `branch`
   * @throws FlowSpecError when there is none of that name and kind
   */
  node<Kind extends StructureKind>(name: string, kind: Kind): StructureBuilders[Kind]
  /**
   * One of its nodes, given or read; where several have the name, the first.
   *
   * @throws FlowSpecError when there is none of that name
   */
  node(name: string): AnyNode
  /** All of its nodes, without those inside other nodes: for changes to many, and for looking through them. */
  allNodes(): readonly AnyNode[]
}
