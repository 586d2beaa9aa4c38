import { fileURLToPath } from 'node:url'
import { openEnvironment } from '../../config/open-environment.ts'
import type { LoadModule } from '../../config/project-input.ts'
import { createClient, type DataWorksClient } from '../../dataworks/client/data-works-client.ts'
import { isDataWorksError } from '../../dataworks/errors/data-works-error.ts'
import { CommandError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { faultsBehind, moduleFaults } from '../sources/module-fault.ts'
import type { BuilderSource } from '../sources/source.ts'
import { withPlaces } from '../sources/with-places.ts'
import type { FoundConfig } from './find-config.ts'

/** Loads modules as the command does; one that cannot be loaded is told with the line that it threw in. */
export function moduleLoader(console: CommandConsole): LoadModule {
  return async (address) => {
    const path = fileURLToPath(address)
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
export async function openedSource(
  { config, folder, uri }: FoundConfig,
  name: string,
  console: CommandConsole,
): Promise<BuilderSource> {
  try {
    const options = { client: offlineClient(), baseDir: folder, load: moduleLoader(console) }
    const { project } = await openEnvironment(config, name, options)
    const builder: BuilderSource['builder'] = {
      build: (given) => project.build(given),
      check: (given) => project.check(given),
      review: (given) => project.review(given),
      toJSON: () => project.build(),
    }
    return { kind: 'builder', uri, builder, isOpened: true } as const
  } catch (error) {
    if (!isDataWorksError(error)) throw faultsBehind(error)
    const next = `Say it in environments.${name}.identifier, or give a project: project('name').add(…).`
    throw new CommandError(`Nothing says what the workspace of ${name} is called.`, { next, cause: error })
  }
}
