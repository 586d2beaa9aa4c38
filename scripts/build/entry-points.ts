import { existsSync, readFileSync } from 'node:fs'
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

function readExports(): Record<string, unknown> {
  const manifest: unknown = JSON.parse(readFileSync(`${projectFolder}package.json`, 'utf8'))
  if (!isRecord(manifest) || !isRecord(manifest['exports'])) throw new Error('package.json has no "exports"')
  return manifest['exports']
}

/**
 * The modules that `exports` of package.json promises. That list is the only one: the build, the tests' aliases and
 * the checks of the documentation and compiler settings are made from it or compared with it.
 */
export function entryPoints(): EntryPoint[] {
  const found: EntryPoint[] = []
  for (const [subpath, target] of Object.entries(readExports())) {
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

/** The files that `exports` promises and that are not there. */
export function missingExportTargets(): string[] {
  const targets = Object.values(readExports()).flatMap((target) =>
    isRecord(target) ? Object.values(target) : [target],
  )
  return targets.filter((target) => typeof target === 'string').filter((target) => !existsSync(projectFolder + target))
}
