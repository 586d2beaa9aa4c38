import { nodeTypes } from '../model/generated/node-types.ts'
import type { FlowDatasource, FlowRuntimeResource } from '../model/generated/types.ts'
import type { DefaultsInput } from './defaults-input.ts'
import type { NodeState } from './node-state.ts'

/** The data source a node gets from the defaults: none when its type runs on no data source, or on another type of one. */
export function defaultDatasource(state: NodeState, defaults: DefaultsInput): FlowDatasource | undefined {
  const type = nodeTypes[state.command]?.datasourceType
  const given = typeof defaults.datasource === 'string' ? { name: defaults.datasource } : defaults.datasource
  if (type === undefined || given === undefined) return undefined
  return given.type === undefined || given.type === type ? { name: given.name, type } : undefined
}

/** The resource group a node gets from the defaults; a virtual node runs nothing. */
export function defaultResource(state: NodeState, defaults: DefaultsInput): FlowRuntimeResource | undefined {
  if (defaults.resourceGroup === undefined || state.command === 'VIRTUAL') return undefined
  return { resourceGroup: defaults.resourceGroup }
}
