import type { CallPlace, SourcePlace } from '../diagnostic.ts'
import { callsIn, framesOf, isForeign, isOfLibrary } from './stack-frames.ts'

/** A path as people write it: without the scheme, and from the working directory on where it stands in that. */
export function shortPath(file: string): string {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return file
  const path = file.startsWith('file://') ? process.getBuiltinModule('node:url').fileURLToPath(file) : file
  const { isAbsolute, relative, sep } = process.getBuiltinModule('node:path')
  if (!isAbsolute(path)) return path
  const short = relative(process.cwd(), path)
  return short === '..' || short.startsWith(`..${sep}`) || isAbsolute(short) ? path : short
}

/** Where a call stands, as a diagnostic says it. */
export interface CallPlaces {
  readonly source: SourcePlace
  /** Where the functions were called that it stands in; nothing of a call at the top of a module. */
  readonly calledFrom?: readonly CallPlace[]
}

/** Calls with the paths of their files as people write them; nothing where there is none. */
export function shortCalls(calls: readonly CallPlace[]): Omit<CallPlaces, 'source'> {
  const calledFrom = calls.map((call) => ({ ...call, file: shortPath(call.file ?? '') }))
  return calledFrom.length === 0 ? {} : { calledFrom }
}

function isOthers(place: SourcePlace): boolean {
  return isForeign(place) || isOfLibrary(place)
}

/**
 * Where an error was thrown by a function of the user that this library called, and the calls within that function that led there.
 *
 * @param caller - the name of the function of this library that called it
 * @returns undefined for what is no error, and for one whose stack does not lead there
 */
export function placesOfThrown(error: unknown, caller: string): CallPlaces | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined
  const all = framesOf(error.stack)
  const end = all.findIndex(({ name, place }) => name?.endsWith(caller) === true && place && isOfLibrary(place))
  const frames = end < 0 ? all : all.slice(0, end)
  const at = frames.findIndex(({ place }) => place !== undefined && !isOthers(place))
  const place = frames[at]?.place
  if (place === undefined) return undefined
  return { source: { ...place, file: shortPath(place.file) }, ...shortCalls(callsIn(frames.slice(at), isOthers)) }
}
