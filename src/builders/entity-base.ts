import type { FlowDepend, FlowDependency, FlowNode, FlowWorkflow } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'
import type { BuiltNodes } from './build-edges.ts'
import type { BuiltFlow } from './build-flow.ts'
import type { NodeState } from './node-state.ts'
import type { RawEntity, SpecSource } from './spec-source.ts'
import type { WireTrigger } from './trigger-input.ts'
import type { WorkflowState } from './workflow-state.ts'

/** The dependencies of the node at a place, which will stand at a position. */
export type EdgesOf = (at: number, position: number) => readonly FlowDependency[]

/** The nodes and dependencies of a document, a workflow or a loop as read. */
export interface FlowBase {
  /** The field that holds the dependencies. */
  readonly field: string
  readonly dependencies: readonly unknown[]
  /** What the dependencies call the nodes that were read. */
  readonly keys: ReadonlySet<string>
  /** The dependencies in the places they were read at. */
  readonly orderEdges: (states: readonly NodeState[], read: FlowBase, edgesOf: EdgesOf) => FlowDependency[]
}

/**
 * An entity as read, which its builder lays over what was said since. It holds the functions for that too, so that a
 * program that reads no document into builders carries none of them.
 */
export interface EntityBase {
  /** The entity; in a list of nodes or workflows it may be no object at all. */
  readonly raw: unknown
  readonly source: SpecSource
  /** Its trigger; the builder has the same one as long as nobody sets another. */
  readonly trigger: WireTrigger | undefined
}

/** A workflow as read. */
export interface WorkflowBase extends EntityBase {
  /** Where it stands in the tree of folders. */
  readonly path: string | undefined
  readonly rebuild: (state: WorkflowState, base: EntityBase, built: BuiltFlow, context: BuildContext) => FlowWorkflow
}

/** A node as read, with the dependencies that belong to it. */
export interface NodeBase extends EntityBase {
  /** What dependencies call it. */
  readonly key: string
  readonly flow: FlowBase
  readonly dependencies: readonly RawEntity[]
  readonly rebuild: (state: NodeState, base: NodeBase, position: number, context: BuildContext) => FlowNode
  /** Its dependencies, with new ones. */
  readonly addDepends: (base: NodeBase, node: FlowNode, depends: readonly FlowDepend[]) => readonly FlowDependency[]
  /** Its inputs or outputs as read, with more in them. */
  readonly mergeArtifacts: (held: unknown, added: object) => unknown
  /** All dependencies of its flow with the new ids of nodes that were read with others, which the nodes get too. */
  readonly renameNodes: (built: BuiltNodes, edges: FlowDependency[]) => FlowDependency[]
}
