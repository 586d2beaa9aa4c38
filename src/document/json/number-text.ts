import { type ArgumentKind, checkArgument } from '../../diagnostics/arguments.ts'
import { type ExactNumber, jsonNumber, numberOf } from '../../diagnostics/exact-number.ts'

const numberText: ArgumentKind = {
  takes: 'a number as JSON writes it, such as "1e400"',
  holds: (value) => typeof value === 'string' && jsonNumber.test(value) && !/^-?0\d/.test(value),
}

/**
 * A number for a document that a JavaScript number would round: it is written by its text.
 *
 * @param text - the number as JSON writes it
 * @returns what `readSpec` makes of the same text: a number where that says the same, a bigint for an integer beyond 2^53,
 * else a number that keeps its text
 * @throws FlowSpecError when the text is no number of JSON
 *
 * @example
 * ```ts
 * import { exactNumber, odpsSql } from 'flowspec'
 *
 * const ods = odpsSql('ods').extra({ metadata: { ratio: exactNumber('0.12345678901234567890') } })
 * ```
 */
export function exactNumber(text: string): number | bigint | ExactNumber {
  checkArgument('exactNumber', 'text', text, numberText)
  return numberOf(text)
}
