import { ownCopy } from '../../document/json/json-copy.ts'
import { readText } from '../../document/json/records.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import type { FlowDatasource, FlowRuntimeResource } from '../../language/generated/types.ts'
import { structures } from '../../language/structures.ts'
import { defined } from '../fields.ts'
import { isDurationLike, type NodeStrategyInput } from './strategy.ts'

/** Names of data sources by the types that nodes run on, such as `odps`. */
export interface DatasourcesByType {
  readonly [type: string]: string
}

/** What nodes get that do not say it themselves. */
export interface DefaultsInput {
  /** Account id of the owner; of the workflow too. */
  readonly owner?: string
  /**
   * Data source of nodes whose type runs on one. With a type, only of nodes that run on that type; names by types, such as
   * `{ odps: 'odps_first', hologres: 'holo_first' }`, give each engine its own.
   */
  readonly datasource?: string | Pick<FlowDatasource, 'name' | 'type'> | DatasourcesByType
  /** Identifier of the resource group; virtual nodes run nothing and get none. */
  readonly resourceGroup?: string
  /** How instances run, filled in key by key. */
  readonly strategy?: NodeStrategyInput
}

type Datasources = DefaultsInput['datasource']

function isByType(given: Datasources): boolean {
  return typeof given === 'object' && !Object.hasOwn(given, 'name')
}

/** Those of types are laid over key by key, others as a whole. */
function mergeDatasources(earlier: Datasources, later: Datasources): Datasources {
  if (typeof later !== 'object') return later
  const earlierNames = typeof earlier === 'object' && isByType(earlier) && isByType(later) ? earlier : {}
  return Object.freeze({ ...earlierNames, ...later })
}

/** A strategy whose timeout its caller cannot change any more; a duration never changes. */
function ownStrategy(strategy: NodeStrategyInput): NodeStrategyInput {
  const { timeout } = strategy
  return timeout === undefined || isDurationLike(timeout) ? strategy : { ...strategy, timeout: ownCopy(timeout) }
}

/** Defaults with later ones laid over them key by key, as a frozen copy of its own. */
export function mergeDefaults(earlier: DefaultsInput | undefined, later: DefaultsInput): DefaultsInput {
  const { datasource, strategy, ...rest } = { ...earlier, ...later }
  return Object.freeze(
    defined({
      ...rest,
      datasource: mergeDatasources(earlier?.datasource, datasource),
      strategy: strategy && Object.freeze({ ...earlier?.strategy, ...ownStrategy(strategy) }),
    }),
  )
}

/** The type of data source that nodes of a command run on; of an assignment node in SQL, what its language says. */
function datasourceTypeOf(command: string, language: string | undefined): string | undefined {
  const isOdps = command === structures.assignment.command && /^odps(?:-sql)?$/.test(language ?? '')
  return isOdps ? 'odps' : nodeTypes.get(command)?.datasourceType
}

/** The data source a node gets from the defaults: none when its type runs on no data source, or on another type of one. */
export function defaultDatasource(
  command: string,
  defaults: DefaultsInput,
  language?: string,
): FlowDatasource | undefined {
  const type = datasourceTypeOf(command, language)
  const { datasource } = defaults
  if (type === undefined || datasource === undefined) return undefined
  if (typeof datasource === 'string') return { name: datasource, type }
  const isFitting = isByType(datasource) || datasource.type === undefined || datasource.type === type
  const name = isFitting ? readText(datasource, isByType(datasource) ? type : 'name') : undefined
  return name === undefined ? undefined : { name, type }
}

/** The resource group a node gets from the defaults; a virtual node runs nothing. */
export function defaultResource(command: string, defaults: DefaultsInput): FlowRuntimeResource | undefined {
  if (defaults.resourceGroup === undefined || command === 'VIRTUAL') return undefined
  return { resourceGroup: defaults.resourceGroup }
}
