import type { CallPlace, SourcePlace } from '../diagnostics/diagnostic.ts'
import { callsIn, framesOf, isForeign, isOfLibrary } from './stack-frames.ts'

/** The call that started a builder, as the engine keeps it: text is made of it when somebody asks. */
export interface Call {
  readonly stack?: unknown
}

/** A program that starts more makes them in a loop, where one line is as good as the other. */
const mostCalls = 2000
/** The function that starts a builder for its callers, one that does so in a loop or for another, and who calls that. */
const keptFrames = 5
/** Where places are asked for: as deep as a function calls itself along a tree that somebody wrote. */
const askedFrames = 100
let calls = 0

/** Whether the environment asks for the places of calls. */
export function isTraceAsked(): boolean {
  const asked = typeof process === 'undefined' ? undefined : process.env?.['FLOWSPEC_TRACE']
  return asked !== undefined && asked !== '' && asked !== '0' && asked !== 'false'
}

/**
 * Keeps where a function of this library was called, and from where that was: some frames, which cost some microseconds, and
 * more where places are asked for.
 *
 * @param started - the function that the user called; its own frame and those above it are left out
 * @returns undefined on an engine that keeps no such thing, and after very many calls that nobody asked for
 */
export function callOf(started: (...parameters: never) => unknown): Call | undefined {
  const isAsked = isTraceAsked()
  if (calls >= mostCalls && !isAsked) return undefined
  calls++
  const call: Call = {}
  const { captureStackTrace, stackTraceLimit } = Error
  if (captureStackTrace === undefined) return undefined
  try {
    Error.stackTraceLimit = isAsked ? askedFrames : keptFrames
    try {
      captureStackTrace(call, started)
    } finally {
      Error.stackTraceLimit = stackTraceLimit
    }
  } catch {
    // An engine whose built-in objects are frozen keeps no place, and builders work all the same.
    return undefined
  }
  return call
}

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

/** Where a call stands in source text; through the source maps that the engine reads. */
export function placesOf({ stack }: Call): CallPlaces | undefined {
  const frames = typeof stack === 'string' ? framesOf(stack) : []
  const place = frames[0]?.place
  if (place === undefined) return undefined
  const source = { ...place, file: shortPath(place.file) }
  return { source, ...shortCalls(callsIn(frames)) }
}

function shortCalls(calls: readonly CallPlace[]): Omit<CallPlaces, 'source'> {
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
