import { join, resolve } from 'node:path'
import type { Config } from '../../config/config.ts'
import { type Environment, openEnvironment } from '../../config/open-environment.ts'
import { createClient } from '../../dataworks/client/data-works-client.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { CommandCall } from '../command.ts'
import { moduleLoader } from '../project/project-sources.ts'
import { type ReadProject, readProject } from '../project/read-project.ts'
import { environmentOf } from '../sources/documents-of.ts'
import { readSources } from '../sources/read-sources.ts'
import { type PartialSettings, requireWorkspace, waitFor, workspaceSettings } from './workspace-settings.ts'

/** A workspace that a command works on, and what it deploys there. */
export interface Target {
  readonly environment: Environment
  /** Where the record of the last deploy is kept; undefined where none is. */
  readonly recordFile: string | undefined
  /** How the service is waited for. */
  readonly wait: ReturnType<typeof waitFor>
  /** Ends what was started for the command. */
  stop(): Promise<void>
}

/** What is deployed, and the environment that it has, if it has some. */
interface Content {
  readonly content: Config['project']
  readonly environment: string | undefined
}

/** What is deployed: the paths of the call, else the project of the configuration. */
async function contentOf({ found, paths, environment }: ReadProject, { console }: CommandCall): Promise<Content> {
  if (paths.length === 0 && found !== undefined) return { content: found.config.project, environment }
  const { sources } = await readSources(paths, console)
  const [own] = sources.flatMap((one) => (one.kind === 'builder' ? [environmentOf(one, environment)] : []))
  const items: readonly object[] = sources.map((one) => (one.kind === 'builder' ? one.builder : one.document))
  // What they are is judged where they are used: builders of other copies of the library are taken, too.
  const content = (items.length === 1 ? items[0] : items) as Config['project']
  return { content, environment: environment ?? own }
}

/** An emulator with the one workspace that is meant. */
async function emulatorOf(settings: PartialSettings, content: unknown): Promise<Emulator> {
  const ofProject = isRecord(content) ? readText(content, 'identifier') : undefined
  const datasources = Object.entries(settings.datasources ?? {}).map(([type, name]) => ({ name, type }))
  return await startEmulator({
    projects: [
      {
        id: settings.projectId ?? '10000',
        identifier: settings.identifier ?? ofProject ?? 'dw_project',
        ...(datasources.length === 0 ? {} : { datasources }),
      },
    ],
    jobDuration: { polls: 0 },
  })
}

/** Where the record is kept: where the call says, and for the project of a configuration beside that. */
function recordFileOf({ console, options }: CommandCall, project: ReadProject, name: string): string | undefined {
  const said = options.text('record')
  if (said !== undefined) return resolve(console.cwd, said)
  const { found, paths } = project
  const isKept = paths.length === 0 && !options.flag('emulator')
  return isKept && found !== undefined ? join(found.folder, '.flowspec', `${name}.json`) : undefined
}

async function opened(project: ReadProject, call: CommandCall, emulate: (emulator: Emulator) => void): Promise<Target> {
  const { console, options } = call
  const { content, environment: known } = await contentOf(project, call)
  const name = known ?? 'workspace'
  const said = workspaceSettings(project.found, known, call)
  const emulator = options.flag('emulator') ? await emulatorOf(said, content) : undefined
  if (emulator !== undefined) emulate(emulator)
  const local = emulator && { projectId: said.projectId ?? '10000', endpoint: emulator.url, region: undefined }
  const { credentials = said.credentials } = emulator ?? {}
  const settings = requireWorkspace({ ...said, ...local, credentials }, project.found)
  const { rules, custom } = project
  const config: Config = { project: content, environments: { [name]: settings }, rules, custom }
  const environment = await openEnvironment(config, name, {
    baseDir: project.found?.folder ?? console.cwd,
    load: moduleLoader(console),
    build: { trace: true },
    signal: console.signal,
    ...(emulator && { client: createClient({ endpoint: emulator.url, credentials: emulator.credentials }) }),
  })
  return {
    environment,
    recordFile: recordFileOf(call, project, name),
    wait: waitFor(settings.endpoint),
    stop: async () => await emulator?.stop(),
  }
}

/**
 * Opens the workspace that a call names, and the project for it.
 *
 * @throws UsageError when nothing says which one that is
 */
export async function openTarget(call: CommandCall): Promise<Target> {
  const project = await readProject(call)
  let emulator: Emulator | undefined
  try {
    return await opened(project, call, (started) => {
      emulator = started
    })
  } catch (error) {
    await emulator?.stop()
    throw error
  }
}
