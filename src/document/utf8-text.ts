import { createDiagnostic, type TextPlace } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { placeInText } from '../diagnostics/text-lines.ts'

/** What to do about a file that is not UTF-8. */
export const utf8Hint = 'Save it as UTF-8; it may be GBK, Latin-1 or UTF-16.'

/** Bytes that are no text in UTF-8: read all the same, each of them would become U+FFFD, and nobody could tell what it was. */
export class NotUtf8Error extends Error {
  override readonly name = 'NotUtf8Error'
  /** Where the first byte stands that is not UTF-8. */
  readonly place: TextPlace

  constructor(bytes: Uint8Array, options: ErrorOptions) {
    const before = textBefore(bytes)
    const offset = new TextEncoder().encode(before).length
    const place = placeInText(before, before.length)
    const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
    super(`it is not UTF-8: byte ${offset + 1}, 0x${byte}, in line ${place.line}, column ${place.column}`, options)
    this.place = place
  }
}

/** A byte order mark stays in the text: whoever reads it says what becomes of it. */
function decoded(bytes: Uint8Array, options: { readonly stream: boolean }): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, options)
}

/** The text of so many bytes from the first on, without a last character that is begun; undefined where they are not UTF-8. */
function textOfFirst(bytes: Uint8Array, count: number): string | undefined {
  try {
    return decoded(bytes.subarray(0, count), { stream: true })
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The text before the first byte that is not UTF-8. */
function textBefore(bytes: Uint8Array): string {
  let [low, high] = [0, bytes.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (textOfFirst(bytes, middle) === undefined) high = middle - 1
    else low = middle
  }
  return textOfFirst(bytes, low) ?? ''
}

/**
 * The text that bytes are in UTF-8, with its byte order mark if there is one.
 *
 * @throws NotUtf8Error when they are in another encoding
 */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return decoded(bytes, { stream: false })
  } catch (cause) {
    if (cause instanceof TypeError) throw new NotUtf8Error(bytes, { cause })
    throw cause
  }
}

/**
 * The same for the text of a document.
 *
 * @throws FlowSpecError with line and column when they are in another encoding
 */
export function documentText(bytes: Uint8Array): string {
  try {
    return utf8Text(bytes)
  } catch (error) {
    if (!(error instanceof NotUtf8Error)) throw error
    const message = `The text cannot be read: ${error.message}.`
    const parts = { rule: 'document/syntax', severity: 'error', message, path: '' } as const
    throw new FlowSpecError([createDiagnostic({ ...parts, hint: utf8Hint, source: error.place })], { cause: error })
  }
}
