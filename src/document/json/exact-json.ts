import { type NumberStringifier, parse, stringify } from 'lossless-json'
import { ExactNumber, exactNumbersAsked, numberOf } from '../../diagnostics/exact-number.ts'

/**
 * Parses JSON text without losing numbers: an integer that `JSON.parse` would round becomes a bigint, any other number an
 * {@link ExactNumber}.
 *
 * @throws SyntaxError when the text is not JSON, or gives one key of an object two different values.
 */
export function parseJson(text: string): unknown {
  return parse(text, undefined, numberOf)
}

const exactNumbers: NumberStringifier[] = [{ test: (value) => value instanceof ExactNumber, stringify: String }]

/** The platform's own writer, which is several times faster; undefined for what it refuses or rounds. */
function stringifyPlain(value: unknown, indent: number): { readonly text: string | undefined } | undefined {
  const before = exactNumbersAsked()
  try {
    const text: string | undefined = JSON.stringify(value, undefined, indent)
    return exactNumbersAsked() === before ? { text } : undefined
  } catch (error) {
    if (!(error instanceof TypeError) || !error.message.includes('BigInt')) throw error
    return undefined
  }
}

/** Writes a value as JSON text, bigints as integers and numbers by their text; undefined for what JSON cannot hold. */
export function stringifyJson(value: unknown, indent = 0): string | undefined {
  const plain = stringifyPlain(value, indent)
  return plain === undefined ? stringify(value, undefined, indent, exactNumbers) : plain.text
}
