import type { Suppression } from '../../check/check-options.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FlowDepend, FlowDependency, FlowNode, FlowWorkflow } from '../../language/generated/types.ts'
import type { BuildOptions } from '../buildable.ts'
import type { RawEntity, SpecSource } from '../imported/spec-source.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import type { NodeState } from '../node/node-state.ts'
import type { WireTrigger } from '../node/trigger.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import type { BuiltNodes } from './edges.ts'
import type { BuiltFlow } from './flow.ts'

/** The nodes of a flow by name, the first of each. */
export type NodesByName = ReadonlyMap<string, FlowNode>

/** Fills in what a node says of the other nodes of its flow, in place. */
export type LinkTask = (nodes: NodesByName) => void

/** What the parts of a build share. */
export interface BuildContext {
  readonly options: BuildOptions
  readonly defaults: DefaultsInput
  /** Path of the workflow, which default node paths begin with; undefined for a node on its own. */
  readonly folder: string | undefined
  /** Where the nodes and edges of the flow stand. */
  readonly place: FlowPlace
  /** The flow of the workflow, as soon as it stands, where the bodies of loops are put beside the loops. */
  readonly whole: { flow?: { readonly nodes: FlowNode[]; readonly dependencies: FlowDependency[] } } | undefined
  /** What is left to do when all nodes of the flow stand. */
  readonly links: LinkTask[]
  /** The bodies of loops that are still to be built; building one may add more. */
  readonly bodies: (() => void)[]
  /** What nodes silenced. */
  readonly suppressions: Suppression[]
  /** Adds a fault that the finished document no longer shows. */
  readonly report: (fault: Diagnostic) => void
}

/** Where a built document holds its workflow. */
export const workflowPointer = '/spec/workflows/0'

/** Where a built document holds the nodes and edges of a flow: a workflow, or the body of a loop. */
export interface FlowPlace {
  readonly nodes: string
  readonly edges: string
  /** Where in these lists the flow begins, when it shares them with others. Default 0. */
  readonly firstNode?: number
  readonly firstEdge?: number
}

/** The place of the flow that is the workflow itself. */
export const workflowPlace: FlowPlace = {
  nodes: '/spec/workflows/0/nodes',
  edges: '/spec/workflows/0/dependencies',
}

/** Where a built document holds a node. */
export function nodePointer(position: number, { place }: { readonly place: FlowPlace }): string {
  return `${place.nodes}/${position + (place.firstNode ?? 0)}`
}

/** Where a built document holds what a node depends on. */
export function dependencyPointer(position: number, { place }: { readonly place: FlowPlace }): string {
  return `${place.edges}/${position + (place.firstEdge ?? 0)}`
}

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
