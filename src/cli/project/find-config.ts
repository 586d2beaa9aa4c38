import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../../config/config.ts'
import { showError } from '../../diagnostics/show-value.ts'
import { CommandError, UsageError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { errorPlace } from '../sources/error-place.ts'
import { shownPath } from '../sources/source-files.ts'

/** A configuration and where it stands. */
export interface FoundConfig {
  readonly config: Config
  /** As it is shown. */
  readonly uri: string
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

const mend = 'Mend it; docs/environments.md tells what it holds.'

/** @throws CommandError for a module that cannot be loaded, or that exports no configuration */
async function load(path: string, uri: string, console: CommandConsole): Promise<Config> {
  // It reads what environments say, of which a call without a configuration has no use.
  const { requireConfig } = await import('../../config/config.ts')
  let exports: unknown
  try {
    exports = await console.importModule(path)
  } catch (error) {
    // What defineConfig refuses is told as it says it.
    const place = errorPlace(error)
    const where = place === undefined ? uri : `${shownPath(place.file, console.cwd)}:${place.line}:${place.column}`
    throw new CommandError(`${where} cannot be loaded: ${showError(error)}`, { next: mend, cause: error })
  }
  const config: unknown = Reflect.get(Object(exports), 'default')
  if (!isConfig(config)) {
    const next = 'Write export default defineConfig({ … }), from flowspec/config.'
    throw new CommandError(`${uri} has no configuration as its default export.`, { next })
  }
  try {
    requireConfig(uri, config)
  } catch (error) {
    throw new CommandError(showError(error), { next: mend, cause: error })
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
  return { config: await load(path, uri, console), uri, folder: dirname(path) }
}
