import type { AjvConstructor } from './ajv.cjs'
import bridge from './ajv.cjs'

const missing =
  'flowspec/templates validates parameters with the package ajv, which is not installed. Run: npm install ajv@8'

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND'
}

/**
 * Loads ajv, an optional peer of the package.
 *
 * @throws Error that says how to install it, when it is not there
 */
export function loadAjv(load: () => AjvConstructor = () => bridge.Ajv): AjvConstructor {
  try {
    return load()
  } catch (cause) {
    throw isMissing(cause) ? new Error(missing, { cause }) : cause
  }
}
