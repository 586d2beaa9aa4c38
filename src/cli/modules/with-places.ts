import process from 'node:process'

/**
 * Loads a module with the places of all calls kept, which are told with what is wrong: after very many builders they are kept
 * only where the environment asks for it.
 */
export async function withPlaces<Value>(load: () => Promise<Value>): Promise<Value> {
  const asked = process.env['FLOWSPEC_TRACE']
  process.env['FLOWSPEC_TRACE'] = asked ?? '1'
  try {
    return await load()
  } finally {
    if (asked === undefined) delete process.env['FLOWSPEC_TRACE']
  }
}
