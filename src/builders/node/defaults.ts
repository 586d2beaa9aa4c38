import { nodeTypes } from '../../language/generated/node-types.ts'
import type { FlowDatasource, FlowRuntimeResource } from '../../language/generated/types.ts'
import { defined } from '../fields.ts'
import type { NodeStrategyInput } from './strategy.ts'

/** What nodes get that do not say it themselves. */
export interface DefaultsInput {
  /** Account id of the owner; of the workflow too. */
  readonly owner?: string
  /** Data source of nodes whose type runs on one. With a type, only of nodes that run on that type. */
  readonly datasource?: string | Pick<FlowDatasource, 'name' | 'type'>
  /** Identifier of the resource group; virtual nodes run nothing and get none. */
  readonly resourceGroup?: string
  /** How instances run, filled in key by key. */
  readonly strategy?: NodeStrategyInput
}

/** Defaults with later ones laid over them key by key, as a frozen copy of its own. */
export function mergeDefaults(earlier: DefaultsInput | undefined, later: DefaultsInput): DefaultsInput {
  const { datasource, strategy, ...rest } = { ...earlier, ...later }
  return Object.freeze(
    defined({
      ...rest,
      datasource: typeof datasource === 'object' ? Object.freeze({ ...datasource }) : datasource,
      strategy: strategy && Object.freeze({ ...earlier?.strategy, ...later.strategy }),
    }),
  )
}

/** The data source a node gets from the defaults: none when its type runs on no data source, or on another type of one. */
export function defaultDatasource(command: string, defaults: DefaultsInput): FlowDatasource | undefined {
  const type = nodeTypes.get(command)?.datasourceType
  const given = typeof defaults.datasource === 'string' ? { name: defaults.datasource } : defaults.datasource
  if (type === undefined || given === undefined) return undefined
  return given.type === undefined || given.type === type ? { name: given.name, type } : undefined
}

/** The resource group a node gets from the defaults; a virtual node runs nothing. */
export function defaultResource(command: string, defaults: DefaultsInput): FlowRuntimeResource | undefined {
  if (defaults.resourceGroup === undefined || command === 'VIRTUAL') return undefined
  return { resourceGroup: defaults.resourceGroup }
}
