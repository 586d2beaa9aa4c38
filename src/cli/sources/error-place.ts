import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourcePlace } from '../../diagnostics/diagnostic.ts'

/** The folder of this package, in which it is run from its source or as it was built. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

function isOwn(path: string): boolean {
  const folder = packageFolder()
  return ['src', 'dist'].some((part) => path.startsWith(`${join(folder, part)}${sep}`))
}

const frame = /^\s*at (?:.*\()?(.+?):(\d+):(\d+)\)?$/
/** What a syntax error begins with, and the engine says of it. */
const heading = /^((?:file:|\/|[A-Za-z]:[\\/]).*):(\d+)$/

function pathOf(file: string): string {
  // Loaders put a query behind the address of a module that they load once more.
  return file.startsWith('file:') ? fileURLToPath(file.replace(/[?#].*$/, '')) : file.replace(/\?.*$/, '')
}

/**
 * Where an error was thrown, in the code of the user: frames of this library, of packages and of the engine are left out.
 *
 * @returns undefined for an error whose stack does not lead there
 */
export function errorPlace(error: unknown): (SourcePlace & { readonly file: string }) | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined
  const [first = '', ...lines] = error.stack.split('\n')
  const [, headed, headedLine] = heading.exec(first) ?? []
  if (headed !== undefined) return { file: pathOf(headed), line: Number(headedLine), column: 1 }
  for (const line of [first, ...lines]) {
    const [, file, at, column] = frame.exec(line) ?? []
    if (file === undefined || !/^(?:file:|\/|[A-Za-z]:[\\/])/.test(file)) continue
    const path = pathOf(file)
    if (path.split(/[\\/]/).includes('node_modules') || isOwn(path)) continue
    return { file: path, line: Number(at), column: Number(column) }
  }
  return undefined
}
