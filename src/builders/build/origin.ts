import type { FlowDepend, FlowDependency, FlowNode, FlowWorkflow } from '../../language/generated/types.ts'
import type { WireTrigger } from '../node/trigger.ts'
import type { BuildContext, FlowParts } from './context.ts'

/**
 * What the build knows of things that were read from a document: they say themselves what a builder makes of them. Their
 * classes stand in `imported/`, and only `fromSpec` knows those. `State` is what a builder knows of its node or workflow.
 */
interface EntityOrigin {
  /** The entity as read; in a list of nodes or workflows it may be no object at all. */
  readonly raw: unknown
  /** Its trigger; the builder has the same one as long as nobody sets another. */
  readonly trigger: WireTrigger | undefined
}

/** The dependencies of the node at an index, which will stand at another one among all dependencies. */
export type EdgesOf = (node: number, index: number) => readonly FlowDependency[]

/** The nodes and dependencies of a document, a workflow or a body as read. */
export interface FlowOrigin<State> {
  /** The field that holds the dependencies. */
  readonly field: string
  /** The dependencies of all nodes in the places they were read at; new ones at the end. */
  order(states: readonly State[], edgesOf: EdgesOf): FlowDependency[]
}

/** A node as read, with the dependencies that belong to it. */
export interface NodeOrigin<State> extends EntityOrigin {
  /** What the dependencies of its flow call it. */
  readonly key: string
  /** The flow it was read in. */
  readonly flow: FlowOrigin<State>
  /** The node with what was set since laid over it. */
  rebuild(state: State, index: number, context: BuildContext): FlowNode
  /** Its dependencies, with new ones; a document that repeats them in the inputs of the built node gets them there too. */
  dependencies(node: FlowNode, added: readonly FlowDepend[]): readonly FlowDependency[]
}

/** A workflow as read. */
export interface WorkflowOrigin<State> extends EntityOrigin {
  /** Where it stands in the tree of folders. */
  readonly path: string | undefined
  /** What dependencies in the body of the document call it. */
  readonly key: string
  /** The workflow with what was set since laid over it. */
  rebuild(state: State, built: FlowParts, context: BuildContext): FlowWorkflow
  /** What it itself depends on, with new dependencies. */
  dependencies(workflow: FlowWorkflow, added: readonly FlowDepend[]): readonly FlowDependency[]
}
