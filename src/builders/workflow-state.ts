import type { FlowVariable } from '../model/generated/types.ts'
import type { BuildOptions } from './build-options.ts'
import type { BuiltDocument } from './built-document.ts'
import type { Chain } from './chain.ts'
import type { CopiedJson } from './copy-json.ts'
import type { DefaultsInput } from './defaults-input.ts'
import type { FlowBase, WorkflowBase } from './entity-base.ts'
import type { FlowStep } from './flow-steps.ts'
import type { OutputState } from './node-state.ts'
import type { StrategyInput, WireStrategy } from './strategy-input.ts'
import type { BuilderSuppression } from './suppression.ts'
import type { WireTrigger } from './trigger-input.ts'
import type { WorkflowKind } from './workflow-kind.ts'

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
