import { fileURLToPath } from 'node:url'
import { openEnvironment } from '../../config/open-environment.ts'
import type { LoadModule } from '../../config/project-input.ts'
import { createClient, type DataWorksClient } from '../../dataworks/client/data-works-client.ts'
import { isDataWorksError } from '../../dataworks/errors/data-works-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { moduleFaults } from '../modules/module-fault.ts'
import { withPlaces } from '../modules/with-places.ts'
import type { BuilderSource } from '../sources/source.ts'
import { awaitedProject } from './awaited-project.ts'
import { faultyConfig, requireModule } from './config-faults.ts'
import type { FoundConfig } from './find-config.ts'
import { openingFaults } from './opening-faults.ts'

/** Loads modules as the command does; one that cannot be loaded is told with the line that it threw in. */
export function moduleLoader(console: CommandConsole, found: FoundConfig | undefined): LoadModule {
  return async (address) => {
    const path = fileURLToPath(address)
    if (found !== undefined) requireModule(path, found, console)
    try {
      return await withPlaces(() => console.importModule(path))
    } catch (error) {
      throw await moduleFaults(error, path, console)
    }
  }
}

/** Keeps a command that works offline from asking. */
export function offlineClient(): DataWorksClient {
  return createClient({
    transport: { send: () => Promise.reject(new Error('this command works offline')) },
    retry: { attempts: 1 },
  })
}

/** The project of a configuration as it is in an environment. */
export async function openedSource(found: FoundConfig, name: string, console: CommandConsole): Promise<BuilderSource> {
  const { config, folder, uri } = found
  try {
    const options = { client: offlineClient(), baseDir: folder, load: moduleLoader(console, found) }
    const { project } = await awaitedProject(found, name, () => openEnvironment(config, name, options))
    const builder: BuilderSource['builder'] = {
      build: (given) => project.build(given),
      check: (given) => project.check(given),
      review: (given) => project.review(given),
      toJSON: () => project.build(),
    }
    return { kind: 'builder', uri, builder, isOpened: true } as const
  } catch (error) {
    if (!isDataWorksError(error)) throw await openingFaults(error, found, console)
    const hint = `Say it in environments.${name}.identifier, or give a project: project('name').add(…).`
    const message = `Nothing says what the workspace of ${name} is called.`
    throw faultyConfig([{ setting: ['environments', name], message, hint }], found, error)
  }
}
