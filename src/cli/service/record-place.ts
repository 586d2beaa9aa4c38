import { join, resolve } from 'node:path'
import type { EnvironmentSettings } from '../../config/environment-settings.ts'
import { parseEndpoint } from '../../dataworks/transport/endpoint.ts'
import { regionEndpoint } from '../../dataworks/transport/regions.ts'
import type { CommandCall } from '../command.ts'
import type { ReadProject } from '../project/read-project.ts'

/** Where the record of the last deploy is kept, or why there is none. */
export type RecordPlace =
  | { readonly file: string }
  /**
   * `emulator`: it ends with the call; `paths`: no project of a configuration is deployed; `other-workspace`: not the workspace
   * that the record of the environment is of.
   */
  | { readonly file?: undefined; readonly without: 'emulator' | 'other-workspace' | 'paths' }

/** What a server on this machine is reached by; another address of 127.0.0.0/8 may be that of another one. */
const thisMachine: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

function hostOf({ host, hostname, port, protocol }: URL): string {
  if (!thisMachine.has(hostname)) return host
  const usual = protocol === 'https:' ? '443' : '80'
  return `localhost:${port === '' ? usual : port}`
}

/** The host that answers; the one inside of VPCs is the same service as the public one. */
function serviceOf({ region, endpoint }: EnvironmentSettings): string {
  const host = endpoint === undefined ? regionEndpoint(region) : hostOf(parseEndpoint(endpoint))
  return host.replace(/^dataworks-vpc\./, 'dataworks.')
}

function isSameWorkspace(one: EnvironmentSettings, other: EnvironmentSettings): boolean {
  return BigInt(one.projectId) === BigInt(other.projectId) && serviceOf(one) === serviceOf(other)
}

/**
 * Where the record is kept: where the call says, and for the project of a configuration beside that. What the options of a call
 * make another workspace of leaves the record of the environment alone, whose ids mean nothing there.
 *
 * @param name - the environment
 * @param settings - the workspace that the call means, judged already
 */
export function recordPlaceOf(
  { console, options }: CommandCall,
  { found, paths }: ReadProject,
  name: string,
  settings: EnvironmentSettings,
): RecordPlace {
  const said = options.text('record')
  if (said !== undefined) return { file: resolve(console.cwd, said) }
  if (found === undefined || paths.length > 0) return { without: 'paths' }
  const own = Object.hasOwn(found.config.environments, name) ? found.config.environments[name] : undefined
  if (own !== undefined && !isSameWorkspace(own, settings)) return { without: 'other-workspace' }
  return { file: join(found.folder, '.flowspec', `${name}.json`) }
}
