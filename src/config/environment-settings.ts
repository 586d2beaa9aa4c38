import { withoutText } from '../dataworks/client/given-arguments.ts'
import type { Id } from '../dataworks/operations/operation.ts'
import { type CredentialsSource, credentialsKind } from '../dataworks/signing/credentials.ts'
import { parseEndpoint } from '../dataworks/transport/endpoint.ts'
import { type KnownRegion, regionEndpoint } from '../dataworks/transport/regions.ts'
import { workspaceKind } from '../dataworks/workspace/given-options.ts'
import { boolean, fields, judgeSettings, name, type SettingKindsOf, tellsOf, text } from '../diagnostics/arguments.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { showError, showValue } from '../diagnostics/show-value.ts'
import { nodeTypes } from '../language/generated/node-types.ts'
import type { ConfigFault } from './config-error.ts'

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

/** What is wrong with settings further inside of an environment. */
type InnerFault = Pick<ConfigFault, 'hint' | 'message'> & { readonly keys: readonly string[] }

function datasourceFaults(argument: string, datasources: Readonly<Record<string, unknown>>): readonly InnerFault[] {
  return Object.entries(datasources).flatMap(([type, datasource]) => {
    const keys = ['datasources', type]
    if (!engines.has(type)) {
      const near = didYouMean(type, [...engines])
      const hint = near === undefined ? `Types are: ${[...engines].join(', ')}.` : `Did you mean "${near}"?`
      const message = `${argument}.datasources has a key ${showValue(type)}, and no node runs on such a data source.`
      return [{ keys, message, hint }]
    }
    if (name.holds(datasource)) return []
    const message = `${argument}.datasources.${type} is ${showValue(datasource)}.`
    return [{ keys, message, hint: 'Give the name of a data source.' }]
  })
}

/** An address that no client would take, told where it was written and not where it is first used. */
function addressFaults(argument: string, { region, endpoint }: Partial<EnvironmentSettings>): readonly InnerFault[] {
  if ((region === undefined) === (endpoint === undefined)) {
    const found = region === undefined ? 'has neither region nor endpoint' : 'has both region and endpoint'
    return [
      { keys: region === undefined ? [] : ['endpoint'], message: `${argument} ${found}.`, hint: 'Give one of them.' },
    ]
  }
  try {
    if (region === undefined) parseEndpoint(endpoint ?? '')
    else regionEndpoint(region)
    return []
  } catch (error) {
    // What judges the address names itself, and not the setting.
    const said = showError(error).replace(/^regionEndpoint: /, '')
    return [{ keys: [region === undefined ? 'endpoint' : 'region'], message: `${argument}.${said}`, hint: '' }]
  }
}

/**
 * Judges an environment that somebody wrote.
 *
 * @param argument - what it is called
 * @param setting - the keys that lead to it
 * @returns everything that is wrong with it, without any value that could be a secret
 */
export function judgeEnvironment(
  argument: string,
  given: EnvironmentSettings,
  setting: readonly string[],
): readonly ConfigFault[] {
  const { usable, faults: ofKeys } = judgeSettings(argument, given, settingKinds, withoutText)
  const inner: InnerFault[] = ofKeys.map(({ key, message, hint }) => {
    return { keys: key === undefined ? [] : [key], message, hint }
  })
  if (usable.projectId === undefined && !tellsOf(ofKeys, 'projectId'))
    inner.push({ keys: [], message: `${argument} has no projectId.`, hint: 'Give the id of a workspace.' })
  const hasAddress = usable.region !== undefined || usable.endpoint !== undefined
  if (hasAddress || !tellsOf(ofKeys, 'region', 'endpoint')) inner.push(...addressFaults(argument, usable))
  inner.push(...datasourceFaults(argument, usable.datasources ?? {}))
  return inner.map(({ keys, ...said }) => ({ ...said, setting: [...setting, ...keys] }))
}
