import { isSafeNumber, parse } from 'lossless-json'

/** A number as JavaScript can hold it; an integer beyond 2^53 stays the text it was. */
function readNumber(text: string): number | string {
  return /^-?\d+$/.test(text) && !isSafeNumber(text) ? text : Number(text)
}

/**
 * Parses JSON text of the service. Integers beyond 2^53, which its ids are, come out as text: the same whether the
 * service wrote them as numbers or as text, and the result can be written as JSON again by anyone.
 *
 * @returns undefined when the text is not JSON
 */
export function parseExact(text: string): unknown {
  try {
    return parse(text, undefined, readNumber)
  } catch {
    // Not JSON, or nested too deep to read: an error page, or worse. The caller says what it was meant to be.
    return undefined
  }
}
