import type { FlowVariable } from '../../language/generated/types.ts'
import type { FlowBase, WorkflowBase } from '../build/context.ts'
import type { BuilderSuppression, BuildOptions, BuiltDocument } from '../buildable.ts'
import type { Chain } from '../chain.ts'
import type { CopiedJson } from '../json-copy.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import type { OutputState } from '../node/node-state.ts'
import type { StrategyInput, WireStrategy } from '../node/strategy.ts'
import type { WireTrigger } from '../node/trigger.ts'
import type { FlowStep } from './flow-steps.ts'
import type { WorkflowKind } from './workflow-builder.ts'

/** Everything a workflow builder knows. Never changed: each step makes a new one. */
export interface WorkflowState {
  readonly kind: WorkflowKind
  readonly name: string
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
  /** The nodes of each call. */
  readonly nodes?: Chain<FlowStep> | undefined
  readonly extra?: Chain<CopiedJson> | undefined
  readonly suppressions?: Chain<BuilderSuppression> | undefined
  /** The workflow as read, when it was. */
  readonly base?: WorkflowBase
  /** Its nodes and dependencies as read. */
  readonly flow?: FlowBase
  /** Makes the document it stands in, when that was read. */
  readonly within?: ((state: WorkflowState, options: BuildOptions) => BuiltDocument) | undefined
}
