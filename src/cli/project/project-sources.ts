import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEnvironment } from '../../config/open-environment.ts'
import type { LoadModule } from '../../config/project-input.ts'
import { createClient, type DataWorksClient } from '../../dataworks/client/data-works-client.ts'
import { isDataWorksError } from '../../dataworks/errors/data-works-error.ts'
import { CommandError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { moduleSources } from '../sources/module-exports.ts'
import { type ReadSources, readSources } from '../sources/read-sources.ts'
import type { BuilderSource } from '../sources/source.ts'
import { withPlaces } from '../sources/with-places.ts'
import type { FoundConfig } from './find-config.ts'
import type { ReadProject } from './read-project.ts'

/** Loads modules as the command does. */
export function moduleLoader(console: CommandConsole): LoadModule {
  return (address) => withPlaces(() => console.importModule(fileURLToPath(address)))
}

/** Keeps a command that works offline from asking. */
export function offlineClient(): DataWorksClient {
  return createClient({
    transport: { send: () => Promise.reject(new Error('this command works offline')) },
    retry: { attempts: 1 },
  })
}

/** The project of a configuration as it is in an environment. */
async function openedSource({ config, folder, uri }: FoundConfig, name: string, console: CommandConsole) {
  try {
    const options = { client: offlineClient(), baseDir: folder, load: moduleLoader(console) }
    const { project } = await openEnvironment(config, name, options)
    const builder: BuilderSource['builder'] = {
      build: (given) => project.build(given),
      check: (given) => project.check(given),
      toJSON: () => project.build(),
    }
    return { kind: 'builder', uri, builder, isOpened: true } as const
  } catch (error) {
    if (!isDataWorksError(error)) throw error
    const next = `Say it in environments.${name}.identifier, or give a project: project('name').add(…).`
    throw new CommandError(`Nothing says what the workspace of ${name} is called.`, { next, cause: error })
  }
}

/** The project of a configuration as it is written, for all environments. */
async function plainSources({ config, folder, uri }: FoundConfig, console: CommandConsole): Promise<ReadSources> {
  const given: unknown = await config.project
  const path = given instanceof URL ? fileURLToPath(given) : given
  if (typeof path === 'string') return await readSources([resolve(folder, path)], console)
  return { sources: await moduleSources({ default: given }, uri, true), unread: [], files: 1 }
}

/** Reads what a command works on: the paths of the call, else the project of the configuration. */
export async function projectSources(project: ReadProject, console: CommandConsole): Promise<ReadSources> {
  const { paths, found, environment } = project
  if (paths.length > 0 || found === undefined) return await readSources(paths, console)
  if (environment === undefined) return await plainSources(found, console)
  return { sources: [await openedSource(found, environment, console)], unread: [], files: 1 }
}
