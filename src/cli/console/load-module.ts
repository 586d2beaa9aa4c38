import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { UnsettledError } from '../unsettled-error.ts'
import { awaitUser } from './user-waits.ts'

const typescript = /\.[cm]?tsx?$/

/** Codes with which Node says that it cannot run what a compiler could. */
const beyondNode: ReadonlySet<unknown> = new Set([
  'ERR_INVALID_TYPESCRIPT_SYNTAX',
  'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING',
])

/** Whether Node takes the types out of TypeScript by itself. */
export function stripsTypes(): boolean {
  // Deno has the table of features, but not as an export of its own.
  const { features } = process
  return 'typescript' in features && Boolean(features.typescript)
}

/** Whether a module is compiled before it runs, which changes its columns and leaves its lines. */
export function isCompiled(path: string): boolean {
  return typescript.test(path) && !stripsTypes()
}

/** Where compiled modules are kept: in the nearest node_modules, which belongs to the project; without one nowhere. */
function cacheFor(path: string): string | false {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const modules = join(folder, 'node_modules')
    if (existsSync(modules)) return join(modules, '.cache', 'flowspec')
  }
  return false
}

async function importCompiled(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  // The library has to be the one that the command uses, and is plain JavaScript.
  const jiti = createJiti(path, { nativeModules: ['flowspec'], interopDefault: false, fsCache: cacheFor(path) })
  return await jiti.import(path)
}

async function importAny(path: string): Promise<unknown> {
  const { href } = pathToFileURL(path)
  if (!typescript.test(path)) return await import(href)
  if (!stripsTypes()) return await importCompiled(path)
  try {
    return await import(href)
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    // Enumerations, and imports of './x.js' where x.ts is meant, are for a compiler.
    const isMissing = code === 'ERR_MODULE_NOT_FOUND'
    if (!isMissing && !beyondNode.has(code)) throw error
    return await importCompiled(path)
  }
}

/**
 * Loads a module; one in TypeScript without a build: by Node itself where it can, else by a compiler.
 *
 * @throws UnsettledError for one that awaits what never comes
 */
export async function loadModule(path: string): Promise<unknown> {
  return await awaitUser(
    () => new UnsettledError('The module is never loaded'),
    () => importAny(path),
  )
}
