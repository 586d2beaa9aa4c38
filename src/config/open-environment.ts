import type { BuildOptions } from '../builders/build/context.ts'
import { createClient, type DataWorksClient } from '../dataworks/client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../dataworks/client/given-arguments.ts'
import { DataWorksError } from '../dataworks/errors/data-works-error.ts'
import { clientKind } from '../dataworks/workspace/given-options.ts'
import { readIdentifier } from '../dataworks/workspace/workspace-identifier.ts'
import { type ArgumentKind, fields, type SettingKindsOf, step, text } from '../diagnostics/arguments.ts'
import { readable } from '../document/reading.ts'
import { type Config, requireConfig, settingsOf } from './config.ts'
import {
  type EnvironmentProject,
  EnvironmentProjectImpl,
  environmentBuild,
  environmentParts,
} from './environment-project.ts'
import type { EnvironmentSettings } from './environment-settings.ts'
import { contentOf, importModule, type LoadModule } from './project-input.ts'

/** The options of {@link openEnvironment}. */
export interface OpenEnvironmentOptions {
  /**
   * The client to use; one for the region or endpoint of the environment, with its credentials, when left out. With a
   * client of an emulator the environment is deployed there.
   */
  readonly client?: DataWorksClient | undefined
  /** The folder that a path in `config.project` counts from; the working directory when left out. */
  readonly baseDir?: string | URL | undefined
  /** Loads the module that a path names; `import` when left out, which reads TypeScript where Node does. */
  readonly load?: LoadModule | undefined
  /** How the project is built. Its rules are laid over those of the configuration. */
  readonly build?: Omit<BuildOptions, 'project'> | undefined
  /** Stops the question for the name of the workspace. */
  readonly signal?: AbortSignal | undefined
}

/** An environment, ready for plan, deploy, publish and all else that takes a client and a workspace. */
export interface Environment {
  readonly name: string
  readonly projectId: string
  /** The name of the workspace, with which outputs begin. */
  readonly identifier: string
  readonly client: DataWorksClient
  /** The project with what the environment says of data sources, resource group and pause; plan and deploy build it. */
  readonly project: EnvironmentProject
}

const folderKind: ArgumentKind = {
  takes: 'the path of a folder, as text or URL',
  holds: (value) => typeof value === 'string' || value instanceof URL,
}

const openKinds: SettingKindsOf<OpenEnvironmentOptions> = {
  client: clientKind,
  baseDir: folderKind,
  load: step,
  build: fields,
  signal: signalKind,
}

/** A client for the region or endpoint of an environment. */
export function clientOf(
  { region, endpoint, credentials }: EnvironmentSettings,
  fetch?: typeof globalThis.fetch,
): DataWorksClient {
  return endpoint === undefined
    ? createClient({ region: region ?? '', credentials, fetch })
    : createClient({ endpoint, credentials, fetch })
}

/** @throws DataWorksError of kind `other-workspace` when nobody says what the workspace is called */
async function askedIdentifier(
  name: string,
  projectId: string,
  { client, signal }: { readonly client: DataWorksClient; readonly signal: AbortSignal | undefined },
): Promise<string> {
  const identifier = await readIdentifier(client, { projectId, signal })
  if (identifier !== undefined) return identifier
  throw new DataWorksError({
    action: 'GetProject',
    kind: 'other-workspace',
    code: 'UnknownIdentifier',
    message: `the service does not tell the name of workspace ${projectId} of environment '${name}', with which outputs begin`,
    hint: `Say it in environments.${name}.identifier, or give a project: project('name').add(…).`,
  })
}

/**
 * Opens an environment of a configuration: makes its client, and its project with what is different in it. Nothing is built
 * yet, and nothing is asked of the service but the name of the workspace, where neither environment nor project says it.
 *
 * A project with environments of its own is built for the one of the same name.
 *
 * @param config - what {@link defineConfig} gave
 * @param name - the name of the environment
 * @param options - another client, and how modules are loaded and the project is built
 * @returns what plan, deploy and publish take
 * @throws TypeError for an environment that the configuration does not have, and for a module without a project
 * @throws DataWorksError when the name of the workspace is asked for and not told
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { defineConfig, openEnvironment } from 'flowspec/config'
 * import { deploy, plan } from 'flowspec/dataworks'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 * const config = defineConfig({
 *   project: orders,
 *   environments: { prod: { projectId: 10000, identifier: 'retail', region: 'cn-shanghai' } },
 * })
 * const { client, project, projectId } = await openEnvironment(config, 'prod')
 * const planned = await plan(client, project, { projectId })
 * process.stdout.write(planned.toText())
 * await deploy(client, planned, { projectId })
 * ```
 */
export async function openEnvironment<Name extends string>(
  config: Config<Name>,
  name: NoInfer<Name>,
  options: OpenEnvironmentOptions = {},
): Promise<Environment> {
  requireConfig('openEnvironment', config)
  requireArgument('openEnvironment', 'name', name, text)
  requireSettings('openEnvironment', 'options', options, openKinds)
  requireSettings('openEnvironment', 'options.build', options.build ?? {}, environmentBuild)
  const settings = settingsOf('openEnvironment', config, name)
  const projectId = String(BigInt(settings.projectId))
  const { client = clientOf(settings), baseDir = process.cwd(), load = importModule, build = {}, signal } = options
  const facts = { environment: name, projectId, identifier: settings.identifier }
  const content = await contentOf(config.project, facts, { baseDir, load })
  const parts = readable('openEnvironment', content, () => environmentParts(content, settings))
  const identifier =
    settings.identifier ?? (parts.identifier || (await askedIdentifier(name, projectId, { client, signal })))
  const rules = { ...config.rules, ...build.rules }
  const custom = [...(config.custom ?? []), ...(build.custom ?? [])]
  const suppress = [...(config.suppress ?? []), ...(build.suppress ?? [])]
  const project = new EnvironmentProjectImpl(parts, identifier, {
    name,
    settings,
    options: { ...build, rules, custom, suppress },
  })
  return Object.freeze({ name, projectId, identifier, client, project })
}
