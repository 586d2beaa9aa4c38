import { type Dirent, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { printable } from '../../diagnostics/show-value.ts'
import { UsageError } from '../command-error.ts'

/** A file that is read. */
export interface SourceFile {
  /** Absolute, or `-` for standard input. */
  readonly path: string
  /** As it is shown. */
  readonly uri: string
  readonly kind: 'json' | 'module' | 'yaml'
  /** Whether it was named itself; what is found in a folder may be something else than a pipeline. */
  readonly isNamed: boolean
  /** The folder that it was found in; of a file that is named, the farthest that may say something of it. */
  readonly root: string
}

const kinds: readonly (readonly [pattern: RegExp, kind: SourceFile['kind']])[] = [
  [/\.[cm]?[jt]s$/, 'module'],
  [/\.json$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
]

/** What stands in folders of pipelines and is none. */
const beside = /(^|\.)(d|test|spec|config)\.[cm]?[jt]s$|^(package|package-lock|tsconfig.*|biome|deno|jsconfig)\.json$/

function kindOf(path: string): SourceFile['kind'] | undefined {
  return kinds.find(([pattern]) => pattern.test(path))?.[1]
}

/** A path from a folder on; undefined where it does not stand in that. */
function pathInside(path: string, folder: string): string | undefined {
  const short = relative(folder, path)
  return short === '' || short === '..' || short.startsWith(`..${sep}`) ? undefined : short
}

/** A path as it is shown: from the working directory on where it stands in that, with slashes. */
export function shownPath(path: string, cwd: string): string {
  return printable((pathInside(path, cwd) ?? path).replaceAll('\\', '/'))
}

function isWanted(entry: Dirent): boolean {
  if (entry.name.startsWith('.') || entry.name === 'node_modules') return false
  return entry.isDirectory() || (kindOf(entry.name) !== undefined && !beside.test(entry.name))
}

function filesIn(folder: string, cwd: string): SourceFile[] {
  const found: SourceFile[] = []
  const folders = [folder]
  for (const current of folders) {
    const entries = readdirSync(current, { withFileTypes: true }).filter(isWanted)
    for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
      const path = join(current, entry.name)
      const kind = kindOf(entry.name)
      if (entry.isDirectory()) folders.push(path)
      else if (kind !== undefined) found.push({ path, uri: shownPath(path, cwd), kind, isNamed: false, root: folder })
    }
  }
  return found
}

/** Files each once, though a path may lead to one that stands in the folder of another; one that is named stays named. */
function eachFileOnce(files: readonly SourceFile[]): readonly SourceFile[] {
  const named = new Set(files.filter(({ isNamed }) => isNamed).map(({ path }) => path))
  const once = new Map(files.map((file) => [file.path, { ...file, isNamed: named.has(file.path) }]))
  return [...once.values()]
}

/**
 * The files that paths lead to, each once: a file is one, a folder has many, and `-` is standard input.
 *
 * @throws UsageError for a path that is not there, is of another kind, or is a folder without pipelines
 */
export function sourceFiles(paths: readonly string[], cwd: string): readonly SourceFile[] {
  const files = paths.flatMap((given): SourceFile | SourceFile[] => {
    if (given === '-') return { path: '-', uri: '(standard input)', kind: 'json', isNamed: true, root: cwd }
    const path = resolve(cwd, given)
    const shown = printable(given)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined)
      throw new UsageError(`There is no ${shown}.`, { next: `Paths count from ${printable(cwd)}.` })
    if (!found.isDirectory()) {
      const kind = kindOf(path)
      const root = pathInside(path, cwd) === undefined ? dirname(path) : cwd
      if (kind !== undefined) return { path, uri: shownPath(path, cwd), kind, isNamed: true, root }
      throw new UsageError(`${shown} is of a kind that is not read.`, {
        next: 'Give .ts, .js, .json or .yaml, or a folder.',
      })
    }
    const files = filesIn(path, cwd)
    if (files.length > 0) return files
    throw new UsageError(`The folder ${shown} has no pipelines.`, {
      next: 'They stand in files .ts, .js, .json or .yaml.',
    })
  })
  return eachFileOnce(files)
}
