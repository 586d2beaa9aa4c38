import { cleanText } from '../errors/clean-text.ts'
import { codeField } from './error-code-of.ts'

/** How deep causes are followed. */
const deepest = 4

const same = (text: string): string => text

/** An error that has nothing but name, message and code, and no stack but its first line. */
function plainError(name: string, message: string, code: string | undefined, cause: Error | undefined): Error {
  const plain = new Error(message, cause === undefined ? undefined : { cause })
  plain.name = name
  plain.stack = message === '' ? name : `${name}: ${message}`
  return code === undefined ? plain : Object.assign(plain, { code })
}

/**
 * What may be shown of an error that somebody else made: its name, message and code and those of its causes, without
 * secrets. Its other fields go no further, because some hold the whole signed request.
 */
export function plainCause(error: unknown, redact: (text: string) => string = same, depth = 1): Error | undefined {
  if (typeof error === 'string') return plainError('Error', cleanText(error, redact), undefined, undefined)
  if (!(error instanceof Error) || depth > deepest) return undefined
  const name = cleanText(String(error.name), redact)
  const message = cleanText(String(error.message), redact)
  return plainError(name, message, codeField(error), plainCause(error.cause, redact, depth + 1))
}
