import { endOfString } from '../../document/json/scanner.ts'

/** Text in which an integer of 16 digits or more may stand outside of strings. */
const mayHoldLong = /(?:^|[\s:,[])-?\d{16}/

/** Such an integer, in text that holds no strings. */
const longInteger = /(?<=^|[\s:,[])-?[1-9]\d{15,}(?=$|[\s,\]}])/g

function quoteUnlessSafe(digits: string): string {
  return Number.isSafeInteger(Number(digits)) ? digits : `"${digits}"`
}

/** Makes strings of the integers that a number cannot hold. */
function quoteLongIntegers(text: string): string {
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at)
    const start = quote < 0 ? text.length : quote
    const end = quote < 0 ? text.length : endOfString(text, quote)
    parts.push(text.slice(at, start).replaceAll(longInteger, quoteUnlessSafe), text.slice(start, end))
    at = end
  }
  return parts.join('')
}

/**
 * Parses JSON text of the service. Integers beyond 2^53, which its ids are, come out as text: the same whether the
 * service wrote them as numbers or as text, and the result can be written as JSON again by anyone.
 *
 * The platform's own parser does the work, because documents come as one string inside of an answer, megabytes long.
 *
 * @returns undefined when the text is not JSON
 */
export function parseExact(text: string): unknown {
  try {
    return JSON.parse(mayHoldLong.test(text) ? quoteLongIntegers(text) : text)
  } catch {
    // Not JSON: an error page, or half an answer. The caller says what it was meant to be.
    return undefined
  }
}
