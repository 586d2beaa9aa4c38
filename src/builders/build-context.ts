import type { Suppression } from '../check/check-options.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDependency, FlowNode } from '../model/generated/types.ts'
import type { BuildOptions } from './build-options.ts'
import type { DefaultsInput } from './defaults-input.ts'
import type { FlowPlace } from './pointers.ts'

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
