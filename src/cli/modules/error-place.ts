import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { framesOf } from '../../builders/stack-frames.ts'
import type { SourcePlace } from '../../diagnostics/diagnostic.ts'

/** The folder of this package, in which it is run from its source or as it was built. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

const own: readonly string[] = ['src', 'dist'].map((part) => `${join(packageFolder(), part)}${sep}`)

/** Whether a file is one of this package, which may be linked and stand in no `node_modules`. */
export function isOwnFile(path: string): boolean {
  return own.some((folder) => path.startsWith(folder))
}

/** What a syntax error begins with, and the engine says of it: the file and line, the text of the line, and carets below it. */
const heading = /^((?:file:|\/|[A-Za-z]:[\\/]).*):(\d+)\n(?:.*\n( *)\^)?/

function pathOf(file: string): string {
  // Loaders put a query behind the address of a module that they load once more.
  return file.startsWith('file:') ? fileURLToPath(file.replace(/[?#].*$/, '')) : file.replace(/\?.*$/, '')
}

/**
 * Where an error was thrown, in the code of the user: frames of this library, of packages and of the engine are left out.
 *
 * @returns undefined for an error whose stack does not lead there
 */
export function errorPlace(error: unknown): Required<SourcePlace> | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined
  const [, headed, headedLine, indent] = heading.exec(error.stack) ?? []
  if (headed !== undefined) return { file: pathOf(headed), line: Number(headedLine), column: (indent?.length ?? 0) + 1 }
  for (const { place } of framesOf(error.stack)) {
    if (place === undefined || !/^(?:file:|\/|[A-Za-z]:[\\/])/.test(place.file)) continue
    const file = pathOf(place.file)
    if (file.split(/[\\/]/).includes('node_modules') || isOwnFile(file)) continue
    return { ...place, file }
  }
  return undefined
}
