import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../../config/config.ts'
import { UsageError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { awaitUser } from '../console/user-waits.ts'
import { moduleFaults } from '../modules/module-fault.ts'
import { withPlaces } from '../modules/with-places.ts'
import { shownPath } from '../sources/source-files.ts'
import { UnsettledError } from '../unsettled-error.ts'
import { type ConfigFile, configFaultsOf, faultyConfig } from './config-faults.ts'

/** A configuration and where it stands. */
export interface FoundConfig extends ConfigFile {
  readonly config: Config
  /** The folder that its paths count from. */
  readonly folder: string
}

const names = ['ts', 'mts', 'js', 'mjs'].map((extension) => `flowspec.config.${extension}`)

/** The configuration of a folder, or of the nearest one around it. */
function nearest(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = names.map((name) => join(at, name)).find((path) => existsSync(path))
    if (found !== undefined || at === dirname(at)) return found
  }
}

function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null
}

/** @throws FaultsError for a module that cannot be loaded, or that exports no configuration or one that cannot be used */
async function load(file: ConfigFile, console: CommandConsole): Promise<Config> {
  const { path, uri } = file
  // It reads what environments say, of which a call without a configuration has no use.
  const { requireConfig } = await import('../../config/config.ts')
  let exports: unknown
  try {
    exports = await withPlaces(() => console.importModule(path))
    // A promise is told below as one, unless it is rejected.
    await awaitUser(
      () => new UnsettledError(`The default export of ${uri} never gives anything`),
      () => Reflect.get(Object(exports), 'default'),
    )
  } catch (error) {
    const faults = configFaultsOf(error)
    throw faults.length > 0 ? faultyConfig(faults, file, error) : await moduleFaults(error, path, console)
  }
  const config: unknown = Reflect.get(Object(exports), 'default')
  if (!isConfig(config)) {
    const hint = 'Write export default defineConfig({ … }), from flowspec/config.'
    const message = `${uri} has no configuration as its default export.`
    throw faultyConfig([{ setting: [], message, hint }], file)
  }
  try {
    requireConfig(uri, config)
  } catch (error) {
    throw faultyConfig(configFaultsOf(error), file, error)
  }
  return config
}

/** Where the configuration stands that a call names, else the nearest one; undefined when none is named and there is none. */
export function configPath(named: string | undefined, { cwd }: CommandConsole): string | undefined {
  return named === undefined ? nearest(cwd) : resolve(cwd, named)
}

/**
 * Loads the configuration that a call names, or the nearest one.
 *
 * @returns undefined when none is named and there is none
 * @throws UsageError when the one that is named is not there
 */
export async function findConfig(named: string | undefined, console: CommandConsole): Promise<FoundConfig | undefined> {
  const path = configPath(named, console)
  if (path === undefined) return undefined
  const uri = shownPath(path, console.cwd)
  if (!existsSync(path)) throw new UsageError(`There is no ${uri}.`, { next: 'Name the configuration with --config.' })
  return { config: await load({ path, uri }, console), path, uri, folder: dirname(path) }
}
