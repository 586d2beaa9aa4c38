import type { AnyNode } from './any-node.ts'
import type { Chain } from './chain.ts'
import type { CopiedJson } from './copy-json.ts'
import type { DefaultsInput } from './defaults-input.ts'
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
  readonly trigger?: WireTrigger
  readonly strategy?: WireStrategy<StrategyInput>
  readonly outputs?: Chain<OutputState> | undefined
  readonly citable?: boolean
  readonly defaults?: DefaultsInput
  /** The nodes of each call. */
  readonly nodes?: Chain<readonly AnyNode[]> | undefined
  readonly extra?: Chain<CopiedJson> | undefined
  readonly suppressions?: Chain<BuilderSuppression> | undefined
}
