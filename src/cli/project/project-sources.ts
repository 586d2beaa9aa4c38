import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failedProject, rejectedProject } from '../../config/project-input.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { moduleSources } from '../modules/module-exports.ts'
import { moduleFaults } from '../modules/module-fault.ts'
import { type ReadSources, readSources, type TextLook } from '../sources/read-sources.ts'
import { awaitedProject } from './awaited-project.ts'
import { requireModule } from './config-faults.ts'
import type { FoundConfig } from './find-config.ts'
import { openingFaults } from './opening-faults.ts'
import type { ReadProject } from './read-project.ts'

/** @throws FaultsError for a promise that was rejected */
async function givenProject(found: FoundConfig, console: CommandConsole): Promise<unknown> {
  try {
    return await awaitedProject<unknown>(found, undefined, async () => await found.config.project)
  } catch (error) {
    throw await openingFaults(failedProject('flowspec', rejectedProject, error), found, console)
  }
}

/** The project of a configuration as it is written, for all environments. */
export async function plainSources(found: FoundConfig, console: CommandConsole): Promise<ReadSources> {
  const { folder, uri } = found
  const given = await givenProject(found, console)
  const path = given instanceof URL ? fileURLToPath(given) : given
  if (typeof path === 'string') {
    requireModule(resolve(folder, path), found, console)
    return await readSources([resolve(folder, path)], console)
  }
  try {
    return { sources: await moduleSources({ default: given }, uri, true), unread: [], files: 1, inFolders: new Set() }
  } catch (error) {
    throw await moduleFaults(error, found.path, console)
  }
}

/** Reads what a command works on: the paths of the call, else the project of the configuration. */
export async function projectSources(
  project: ReadProject,
  console: CommandConsole,
  look?: TextLook,
): Promise<ReadSources> {
  const { paths, found, environment } = project
  if (paths.length > 0 || found === undefined) return await readSources(paths, console, look)
  if (environment === undefined) return await plainSources(found, console)
  const { openedSource } = await import('./opened-source.ts')
  return { sources: [await openedSource(found, environment, console)], unread: [], files: 1, inFolders: new Set() }
}
