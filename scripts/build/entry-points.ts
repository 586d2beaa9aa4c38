import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `package.json`. */
export const projectFolder: string = fileURLToPath(new URL('../../', import.meta.url))

/** One module of the package that users import, and where it comes from and goes to, relative to the project. */
export interface EntryPoint {
  /** What users write: `flowspec/schedule`. */
  readonly specifier: string
  /** `src/schedule/index.ts` */
  readonly source: string
  /** `dist/schedule.js` */
  readonly bundle: string
  /** `dist/types/schedule/index.d.ts` */
  readonly declaration: string
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readManifest(field: 'bin' | 'exports'): Record<string, unknown> {
  const manifest: unknown = JSON.parse(readFileSync(`${projectFolder}package.json`, 'utf8'))
  const value = isRecord(manifest) ? manifest[field] : undefined
  if (!isRecord(value)) throw new Error(`package.json has no "${field}"`)
  return value
}

/**
 * The modules that `exports` of package.json promises. That list is the only one: the build, the tests' aliases and
 * the checks of the documentation and compiler settings are made from it or compared with it.
 */
export function entryPoints(): EntryPoint[] {
  const found: EntryPoint[] = []
  for (const [subpath, target] of Object.entries(readManifest('exports'))) {
    if (!isRecord(target)) continue
    const { types, default: bundle } = target
    if (typeof types !== 'string' || typeof bundle !== 'string') {
      throw new Error(`package.json: exports["${subpath}"] needs "types" and "default"`)
    }
    found.push({
      specifier: `flowspec${subpath.slice(1)}`,
      source: types.replace('./dist/types/', 'src/').replace('.d.ts', '.ts'),
      bundle: bundle.slice(2),
      declaration: types.slice(2),
    })
  }
  return found
}

/** A program of the package, which users start by its name, and what it is made of. */
export interface Program {
  /** `src/cli/cli.ts` */
  readonly source: string
  /** `dist/cli.js` */
  readonly bundle: string
}

/** The programs that `bin` of package.json promises: each is the file of its room that has the room's name. */
export function programs(): Program[] {
  return Object.values(readManifest('bin')).flatMap((target) => {
    if (typeof target !== 'string') return []
    const room = basename(target, '.js')
    return [{ source: `src/${room}/${room}.ts`, bundle: target.slice(2) }]
  })
}

/** The files that `exports` and `bin` promise and that are not there. */
export function missingExportTargets(): string[] {
  const targets = [...Object.values(readManifest('exports')), ...Object.values(readManifest('bin'))].flatMap(
    (target) => (isRecord(target) ? Object.values(target) : [target]),
  )
  return targets.filter((target) => typeof target === 'string').filter((target) => !existsSync(projectFolder + target))
}
