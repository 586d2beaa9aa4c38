import process from 'node:process'

/** Frames of this library and of the functions of a module that an error tells of. */
const keptFrames = 100

/**
 * Loads a module with the places of all calls kept, which are told with what is wrong: after very many builders they are kept
 * only where the environment asks for it, and of an error the engine keeps few.
 */
export async function withPlaces<Value>(load: () => Promise<Value>): Promise<Value> {
  const asked = process.env['FLOWSPEC_TRACE']
  const { stackTraceLimit } = Error
  process.env['FLOWSPEC_TRACE'] = asked ?? '1'
  Error.stackTraceLimit = Math.max(stackTraceLimit, keptFrames)
  try {
    return await load()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
    if (asked === undefined) delete process.env['FLOWSPEC_TRACE']
  }
}
