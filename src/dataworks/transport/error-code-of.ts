/** How deep causes are followed: fetch wraps the system's error once, a proxy's fetch perhaps again. */
const deepest = 4

/** A code such as systems give: anything else may be a text with more in it than goes into an error. */
const systemCode = /^[A-Z][A-Z0-9_]{1,63}$/

/** The code of an error, such as `ECONNREFUSED`. */
export function codeField(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined
  return typeof value.code === 'string' && systemCode.test(value.code) ? value.code : undefined
}

/** The code of an error or of the nearest of its causes that has one, such as `ECONNREFUSED`. */
export function errorCodeOf(error: unknown): string | undefined {
  let current = error
  for (let depth = 0; depth < deepest; depth++) {
    const code = codeField(current)
    if (code !== undefined) return code
    if (!(current instanceof Error)) return undefined
    current = current.cause
  }
  return undefined
}
