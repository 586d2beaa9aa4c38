import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CommandConsole } from '../console/command-console.ts'
import { moduleSources } from '../modules/module-exports.ts'
import { type ReadSources, readSources, type TextLook } from '../sources/read-sources.ts'
import { requireModule } from './config-faults.ts'
import type { FoundConfig } from './find-config.ts'
import type { ReadProject } from './read-project.ts'

/** The project of a configuration as it is written, for all environments. */
async function plainSources(found: FoundConfig, console: CommandConsole): Promise<ReadSources> {
  const { config, folder, uri } = found
  const given: unknown = await config.project
  const path = given instanceof URL ? fileURLToPath(given) : given
  if (typeof path === 'string') {
    requireModule(resolve(folder, path), found, console)
    return await readSources([resolve(folder, path)], console)
  }
  return { sources: await moduleSources({ default: given }, uri, true), unread: [], files: 1, inFolders: new Set() }
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
