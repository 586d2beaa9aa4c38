import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CallPlace, SourcePlace } from '../../diagnostics/diagnostic.ts'
import { callsIn, framesOf, isForeign, type StackFrame } from '../../diagnostics/stack/stack-frames.ts'

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

/** Whether a place is in a file that a user does not change, or in none. */
function isOthers(place: SourcePlace): boolean {
  const { file = '' } = place
  if (!/^(?:file:|\/|[A-Za-z]:[\\/])/.test(file)) return true
  return isForeign(place) || isOwnFile(pathOf(file))
}

/** Where an error was thrown, and the calls of functions that led there. */
export interface ErrorPlaces {
  readonly source: Required<SourcePlace>
  /** From the inside out; nothing of an error that a module threw outside of functions. */
  readonly calledFrom?: readonly CallPlace[]
}

function inFile<Place extends SourcePlace>(place: Place): Place & Required<SourcePlace> {
  return { ...place, file: pathOf(place.file ?? '') }
}

/** The frames of what this library called: a program may have called the command, and is not what that works on. */
function calledByUs(frames: readonly StackFrame[]): readonly StackFrame[] {
  return frames.slice(0, frames.findLastIndex(({ place }) => place !== undefined && isOwnFile(pathOf(place.file))) + 1)
}

/**
 * Where an error was thrown, in the code of the user, and from where that was called: frames of this library, of packages and of
 * the engine are left out.
 *
 * @param isCalled - whether this library called that code, which is no module that was loaded
 * @returns undefined for an error whose stack does not lead there
 */
export function errorPlaces(error: unknown, isCalled = false): ErrorPlaces | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined
  const [, headed, headedLine, indent] = heading.exec(error.stack) ?? []
  if (headed !== undefined) {
    return { source: { file: pathOf(headed), line: Number(headedLine), column: (indent?.length ?? 0) + 1 } }
  }
  const frames = isCalled ? calledByUs(framesOf(error.stack)) : framesOf(error.stack)
  const at = frames.findIndex(({ place }) => place !== undefined && !isOthers(place))
  const place = frames[at]?.place
  if (place === undefined) return undefined
  const calledFrom = callsIn(frames.slice(at), isOthers).map(inFile)
  return { source: inFile(place), ...(calledFrom.length > 0 && { calledFrom }) }
}

/** Where an error was thrown, as {@link errorPlaces} tells it. */
export function errorPlace(error: unknown): Required<SourcePlace> | undefined {
  return errorPlaces(error)?.source
}
