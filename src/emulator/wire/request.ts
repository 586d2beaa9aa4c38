import { malformedEncoding } from './error-catalogue.ts'

/** A request as it came off the wire, whole. */
export interface ReceivedRequest {
  readonly method: string
  /** What stands before the question mark. */
  readonly path: string
  /** What stands after the question mark, still encoded. */
  readonly query: string
  /** Every value of every header, names in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Uint8Array
}

/** The value of a header that is there exactly once. */
export function singleHeader(request: Pick<ReceivedRequest, 'headers'>, name: string): string | undefined {
  const values = request.headers.get(name)
  return values?.length === 1 ? values[0] : undefined
}

/** A name and a value, decoded, in the order they were sent. */
export type FormPair = readonly [name: string, value: string]

function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch (error) {
    if (error instanceof URIError) throw malformedEncoding(error)
    throw error
  }
}

/** Decodes `a=1&b=2`, of a query or a form. A plus is a space and so is `%20`; a name without `=` has an empty value. */
export function decodeForm(text: string): readonly FormPair[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=')
      return equals < 0 ? [decode(part), ''] : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))]
    })
}

/** Percent-encodes text as RFC 3986 wants it: everything but letters, digits and `-._~`. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
