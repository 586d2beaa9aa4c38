import type { FlowVariable } from '../../language/generated/types.ts'
import type { BuildOptions } from '../build/context.ts'
import type { LaidFields } from '../build/extra-fields.ts'
import type { FlowOrigin, WorkflowOrigin } from '../build/origin.ts'
import type { BuiltDocument } from '../buildable.ts'
import type { Call } from '../call.ts'
import type { Chain } from '../chain.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import type { Steps } from '../node/flow-nodes.ts'
import type { OutputState } from '../node/node-options.ts'
import type { NodeState } from '../node/node-state.ts'
import type { StrategyInput, WireStrategy } from '../node/strategy.ts'
import type { WireTrigger } from '../node/trigger.ts'
import type { ExternalOutput, UpstreamHandle, WrittenDependency } from '../node/upstream.ts'
import type { BuilderSuppression } from '../suppression.ts'
import type { WorkflowKind } from './workflow-builder.ts'

/** Something that stands outside of a workflow, for the workflow to wait for. */
export type OutsideUpstream = ExternalOutput | UpstreamHandle | WrittenDependency

/** A document that was read, of which a workflow is a part. */
export interface EnclosingDocument {
  /** Makes the document with a workflow in the place of its other version. */
  buildWith(workflow: WorkflowState, options: BuildOptions): BuiltDocument
}

/** Everything a workflow builder knows. Never changed: each step makes a new one. */
export interface WorkflowState {
  readonly kind: WorkflowKind
  readonly name: string
  /** Where it was started. */
  readonly call?: Call | undefined
  readonly id?: string
  readonly path?: string
  readonly owner?: string
  readonly description?: string
  readonly parameters?: Chain<FlowVariable> | undefined
  readonly trigger?: WireTrigger
  readonly strategy?: WireStrategy<StrategyInput>
  readonly outputs?: Chain<OutputState> | undefined
  readonly citable?: boolean
  readonly defaults?: DefaultsInput
  /** What it waits for as a whole, in the same cycle and in the previous one. */
  readonly after?: Chain<OutsideUpstream> | undefined
  readonly afterPrevious?: Chain<OutsideUpstream | 'self' | 'children'> | undefined
  /** What was done to its nodes; undefined where it has no list of them. */
  readonly nodes?: Steps
  readonly extra?: Chain<LaidFields> | undefined
  readonly suppressions?: Chain<BuilderSuppression> | undefined
  /** The workflow as read, when it was. */
  readonly origin?: WorkflowOrigin<WorkflowState>
  /** Its nodes and dependencies as read. */
  readonly flow?: FlowOrigin<NodeState>
  /** The document it stands in, when that was read. */
  readonly document?: EnclosingDocument | undefined
}
