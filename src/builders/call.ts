import { callsIn, framesOf } from '../diagnostics/stack/stack-frames.ts'
import { type CallPlaces, shortCalls, shortPath } from '../diagnostics/stack/thrown-places.ts'

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

/** Where a call stands in source text; through the source maps that the engine reads. */
export function placesOf({ stack }: Call): CallPlaces | undefined {
  const frames = typeof stack === 'string' ? framesOf(stack) : []
  const place = frames[0]?.place
  if (place === undefined) return undefined
  const source = { ...place, file: shortPath(place.file) }
  return { source, ...shortCalls(callsIn(frames)) }
}
