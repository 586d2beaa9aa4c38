import type { FlowDatasource } from '../model/generated/types.ts'
import type { NodeStrategyInput } from './strategy-input.ts'

/** What nodes get that do not say it themselves. */
export interface DefaultsInput {
  /** Account id of the owner; of the workflow too. */
  readonly owner?: string
  /**
   * Data source of nodes whose type runs on one. With a type, only of nodes that run on that type.
   */
  readonly datasource?: string | Pick<FlowDatasource, 'name' | 'type'>
  /** Identifier of the resource group; virtual nodes run nothing and get none. */
  readonly resourceGroup?: string
  /** How instances run, filled in key by key. */
  readonly strategy?: NodeStrategyInput
}
