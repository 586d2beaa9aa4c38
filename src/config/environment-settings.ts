import { requireSettings } from '../dataworks/client/given-arguments.ts'
import type { Id } from '../dataworks/operations/operation.ts'
import { type CredentialsSource, credentialsKind } from '../dataworks/signing/credentials.ts'
import { type KnownRegion, parseEndpoint, regionEndpoint } from '../dataworks/transport/endpoint.ts'
import { workspaceKind } from '../dataworks/workspace/given-options.ts'
import { boolean, fields, name, type SettingKindsOf, text } from '../diagnostics/arguments.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { showError, showValue } from '../diagnostics/show-value.ts'
import { nodeTypes } from '../language/generated/node-types.ts'

/** What every environment says, wherever its workspace is. */
export interface SharedSettings {
  /** The id of the workspace. */
  readonly projectId: Id
  /**
   * English name of the workspace, with which outputs begin. When left out, it is that of the project, and where there is
   * none either, what GetProject says. Whichever it is, plan and deploy compare it with what GetProject says.
   */
  readonly identifier?: string | undefined
  /** Where the access key comes from; the environment variables when left out. */
  readonly credentials?: CredentialsSource | undefined
  /**
   * Names of data sources by the types that nodes run on, such as `{ odps: 'odps_prod' }`, for nodes that name none
   * themselves, and whose workflow names none.
   */
  readonly datasources?: Readonly<Record<string, string>> | undefined
  /** Identifier of the resource group, for nodes that name none themselves, and whose workflow names none. */
  readonly resourceGroup?: string | undefined
  /**
   * Whether scheduled workflows are deployed paused: they are there and can be run by hand, and none runs by its schedule.
   * Default false.
   */
  readonly paused?: boolean | undefined
}

/** An environment in a region, over its public endpoint. */
export interface RegionSettings extends SharedSettings {
  /** The region's id, such as `cn-shanghai`. */
  readonly region: KnownRegion | (string & {})
  readonly endpoint?: undefined
}

/** An environment behind an address: one inside a VPC, or a server on this machine. */
export interface EndpointSettings extends SharedSettings {
  /** A host or an https address; plain http only for this machine. */
  readonly endpoint: string
  readonly region?: undefined
}

/** An environment of a project: a workspace, and what is different in it. */
export type EnvironmentSettings = EndpointSettings | RegionSettings

const settingKinds: SettingKindsOf<EnvironmentSettings> = {
  projectId: workspaceKind,
  identifier: name,
  region: text,
  endpoint: text,
  credentials: credentialsKind,
  datasources: fields,
  resourceGroup: name,
  paused: boolean,
}

const engines: ReadonlySet<string> = new Set(
  [...nodeTypes.values()].map(({ datasourceType }) => datasourceType).filter((type) => type !== undefined),
)

function requireDatasources(call: string, argument: string, datasources: Readonly<Record<string, unknown>>): void {
  for (const [type, datasource] of Object.entries(datasources)) {
    const place = `${call}: ${argument}.datasources`
    if (!engines.has(type)) {
      const near = didYouMean(type, [...engines])
      const way = near === undefined ? `Types are: ${[...engines].join(', ')}.` : `Did you mean "${near}"?`
      throw new TypeError(`${place} has a key ${showValue(type)}, and no node runs on such a data source. ${way}`)
    }
    if (!name.holds(datasource)) {
      throw new TypeError(`${place}.${type} is ${showValue(datasource)}. Give the name of a data source.`)
    }
  }
}

/** @throws TypeError for an address that no client would take, where it was written and not where it is first used */
function requireAddress(call: string, argument: string, { region, endpoint }: EnvironmentSettings): void {
  if ((region === undefined) === (endpoint === undefined)) {
    const found = region === undefined ? 'has neither region nor endpoint' : 'has both region and endpoint'
    throw new TypeError(`${call}: ${argument} ${found}. Give one of them.`)
  }
  try {
    if (region === undefined) parseEndpoint(endpoint ?? '')
    else regionEndpoint(region)
  } catch (cause) {
    // What judges the address names itself, and not the setting.
    const said = showError(cause).replace(/^regionEndpoint: /, '')
    throw new TypeError(`${call}: ${argument}.${said}`, { cause })
  }
}

/**
 * Judges an environment that somebody wrote.
 *
 * @throws TypeError that names the call and the setting, and no value that could be a secret
 */
export function requireEnvironment(call: string, argument: string, given: EnvironmentSettings): void {
  requireSettings(call, argument, given, settingKinds)
  if (given.projectId === undefined)
    throw new TypeError(`${call}: ${argument} has no projectId. Give the id of a workspace.`)
  requireAddress(call, argument, given)
  requireDatasources(call, argument, given.datasources ?? {})
}
