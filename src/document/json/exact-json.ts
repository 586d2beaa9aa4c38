import type { NumberStringifier } from 'lossless-json'
import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { ExactNumber, exactNumbersAsked, numberOf } from '../../diagnostics/exact-number.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import lossless from './lossless.cjs'

/**
 * Parses JSON text without losing numbers: an integer that `JSON.parse` would round becomes a bigint, any other number an
 * {@link ExactNumber}.
 *
 * @throws SyntaxError when the text is not JSON, or gives one key of an object two different values.
 */
export function parseJson(text: string): unknown {
  return lossless.losslessJson.parse(text, undefined, numberOf)
}

const exactNumbers: NumberStringifier[] = [{ test: (value) => value instanceof ExactNumber, stringify: String }]

function writeExact(value: unknown, indent: number): string | undefined {
  return lossless.losslessJson.stringify(value, undefined, indent, exactNumbers)
}

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

/**
 * Writes a value as JSON text, bigints as integers and numbers by their text; undefined for what JSON cannot hold.
 *
 * @throws FlowSpecError when it is nested thousands of levels deep, or its text would be longer than a text can be
 */
export function stringifyJson(value: unknown, indent = 0): string | undefined {
  try {
    const plain = stringifyPlain(value, indent)
    return plain === undefined ? writeExact(value, indent) : plain.text
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooMuch(error)
  }
}

/** What an engine cannot write: it has no stack for the depth, or no text of the length. */
function tooMuch(error: RangeError): Error {
  const isDeep = /stack/i.test(error.message)
  if (!isDeep && !/string length/i.test(error.message)) return error
  const parts = isDeep
    ? ({ rule: 'document/too-deep', message: 'What is to be written is nested thousands of levels deep.' } as const)
    : ({ rule: 'document/too-large', message: 'The JSON text of this would be longer than a text can be.' } as const)
  const hint = isDeep ? 'Nest less: text is read up to 1,000 levels deep.' : 'Write it in several parts.'
  return new FlowSpecError([createDiagnostic({ ...parts, hint, severity: 'error', path: '' })], { cause: error })
}
