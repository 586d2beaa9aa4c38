import { malformedEncoding } from '../errors/error-catalogue.ts'

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
