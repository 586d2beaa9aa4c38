import type { EnvironmentSettings } from '../../config/environment-settings.ts'
import { environmentCredentials } from '../../dataworks/signing/credentials.ts'
import { isLoopback, parseEndpoint } from '../../dataworks/transport/endpoint.ts'
import type { CommandCall } from '../command.ts'
import { UsageError } from '../command-error.ts'
import type { FoundConfig } from '../project/find-config.ts'
import { saidWorkspace } from './workspace-options.ts'

/** How a service is waited for that answers at once, as one on this machine does. */
const atOnce = { interval: 20, maxInterval: 200 } as const

/** How a service is waited for; undefined where the usual way is right. */
export function waitFor(endpoint: string | undefined): typeof atOnce | undefined {
  return endpoint !== undefined && isLoopback(parseEndpoint(endpoint).hostname) ? atOnce : undefined
}

/** What is known of a workspace, which may not be enough. */
export type PartialSettings = { -readonly [Key in keyof EnvironmentSettings]?: EnvironmentSettings[Key] }

function given(settings: Readonly<Record<string, string | undefined>>): PartialSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

/**
 * What the options of a call say of the workspace, over what the configuration says of the environment.
 *
 * @throws UsageError for options that no workspace has
 */
export function workspaceSettings(
  found: FoundConfig | undefined,
  name: string | undefined,
  { console, options }: CommandCall,
): PartialSettings {
  const environments = found?.config.environments ?? {}
  const known = name !== undefined && Object.hasOwn(environments, name) ? environments[name] : undefined
  const { region, endpoint, ...others } = known ?? {}
  const { projectId, identifier, ...address } = saidWorkspace(options)
  const isSaid = address.region !== undefined || address.endpoint !== undefined
  return {
    ...others,
    ...given(isSaid ? address : { region, endpoint }),
    credentials: known?.credentials ?? environmentCredentials(console.env),
    ...given({ projectId, identifier }),
  }
}

function isComplete(settings: PartialSettings): settings is EnvironmentSettings {
  const { projectId, region, endpoint } = settings
  return projectId !== undefined && (region ?? endpoint) !== undefined
}

/** @throws UsageError naming what nothing says of the workspace */
export function requireWorkspace(settings: PartialSettings, found: FoundConfig | undefined): EnvironmentSettings {
  if (isComplete(settings)) return settings
  const names = Object.keys(found?.config.environments ?? {})
  if (names.length > 0) {
    const next = `Name an environment: ${names.map((name) => `--env ${name}`).join(', ')}.`
    throw new UsageError('Nothing says which workspace is meant.', { next })
  }
  const { projectId, region, endpoint } = settings
  const inConfig = 'or write an environment into flowspec.config.ts.'
  if (projectId !== undefined) {
    const next = `Say --region, such as --region cn-shanghai, or --endpoint, ${inConfig}`
    throw new UsageError(`Nothing says where the service of workspace ${projectId} is.`, { next })
  }
  const address = region === undefined && endpoint === undefined ? ' and --region' : ''
  throw new UsageError('Nothing says which workspace is meant.', { next: `Say --project-id${address}, ${inConfig}` })
}
