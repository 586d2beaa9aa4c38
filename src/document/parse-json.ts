import json from './lossless-json.cjs'

/** A number as JavaScript can hold it: an integer beyond 2^53 becomes a bigint, so that 19-digit ids survive. */
function parseNumber(text: string): number | bigint {
  return /^-?\d+$/.test(text) && !json.isSafeNumber(text) ? BigInt(text) : Number(text)
}

/**
 * Parses JSON text without losing integers: what `JSON.parse` would round becomes a bigint.
 *
 * @throws SyntaxError when the text is not JSON, or gives one key of an object two different values.
 */
export function parseJson(text: string): unknown {
  return json.parse(text, undefined, parseNumber)
}
