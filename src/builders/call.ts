import type { SourcePlace } from '../diagnostics/diagnostic.ts'

/** The call that started a builder, as the engine keeps it: text is made of it when somebody asks. */
export interface Call {
  readonly stack?: unknown
}

/** A program that starts more makes them in a loop, where one line is as good as the other. */
const mostCalls = 10_000
let calls = 0

/** Whether the environment asks for the places of calls. */
export function isTraceAsked(): boolean {
  const asked = typeof process === 'undefined' ? undefined : process.env?.['FLOWSPEC_TRACE']
  return asked !== undefined && asked !== '' && asked !== '0' && asked !== 'false'
}

/**
 * Keeps the place where a function of this library was called: one frame, which costs some microseconds.
 *
 * @param started - the function that the user called; its own frame and those above it are left out
 * @returns undefined on an engine that keeps no such thing, and after very many calls that nobody asked for
 */
export function callOf(started: (...parameters: never) => unknown): Call | undefined {
  if (calls >= mostCalls && !isTraceAsked()) return undefined
  calls++
  const call: Call = {}
  const { captureStackTrace, stackTraceLimit } = Error
  if (captureStackTrace === undefined) return undefined
  try {
    Error.stackTraceLimit = 1
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

const frame = /^\s*at (?:.*\()?(.+?):(\d+):(\d+)\)?$/m

/** Where the first frame in the text of a stack stands, its file as the engine writes it; undefined where there is none. */
export function placeOfFrame(stack: string): Required<SourcePlace> | undefined {
  const [, file, line, column] = frame.exec(stack) ?? []
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) }
}

/** Where a call stands in source text; through the source maps that the engine reads. */
export function placeOf({ stack }: Call): SourcePlace | undefined {
  const place = typeof stack === 'string' ? placeOfFrame(stack) : undefined
  return place && { ...place, file: shortPath(place.file) }
}
