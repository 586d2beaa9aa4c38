import { isSafeNumber, parse, stringify } from 'lossless-json'

/** A number as JavaScript can hold it: an integer beyond 2^53 becomes a bigint, so that 19-digit ids survive. */
function parseNumber(text: string): number | bigint {
  if (/^-?\d+$/.test(text)) return isSafeNumber(text) ? Number(text) : BigInt(text)
  const number = Number(text)
  if (!Number.isFinite(number)) throw new SyntaxError(`Number '${text}' is larger than any that can be held`)
  return number
}

/**
 * Parses JSON text without losing integers: what `JSON.parse` would round becomes a bigint.
 *
 * @throws SyntaxError when the text is not JSON, holds a number like 1e999, or gives one key of an object two different
 * values.
 */
export function parseJson(text: string): unknown {
  return parse(text, undefined, parseNumber)
}

/**
 * Writes a value as JSON text, bigints as integers; undefined for what JSON cannot hold. The platform's own writer is
 * several times faster, and refuses bigints only.
 */
export function stringifyJson(value: unknown, indent = 0): string | undefined {
  try {
    return JSON.stringify(value, undefined, indent)
  } catch (error) {
    if (!(error instanceof TypeError) || !error.message.includes('BigInt')) throw error
    return stringify(value, undefined, indent)
  }
}
