import { inKeyOrder, isInKeyOrder } from './json/key-order.ts'
import json from './json/lossless-json.cjs'

/** The platform's own writer is several times faster, and refuses bigints only. */
function stringifyAny(value: unknown, indent: number): string {
  try {
    return JSON.stringify(value, undefined, indent) ?? ''
  } catch (error) {
    if (!(error instanceof TypeError) || !error.message.includes('BigInt')) throw error
    return json.stringify(value, undefined, indent) ?? ''
  }
}

/**
 * Writes a document as JSON text in a stable key order, so that two equal documents give equal text: the fields of each
 * entity in the order of the schema, then all other keys sorted. Bigints are written as integers.
 *
 * @param document - a built or read document
 * @param options - `indent`: spaces a level; default 2, and 0 gives one line
 * @returns the text, without a line break at its end
 * @throws TypeError when the document contains itself
 * @throws RangeError when it is nested thousands of levels deep, which no text that {@link readSpec} reads is
 *
 * @example
 * ```ts
 * import { workflow, writeJson } from 'flowspec'
 *
 * const text = writeJson(workflow('orders').cron('00 02 00 * * ?').build())
 * ```
 */
export function writeJson(document: object, options: { readonly indent?: number } = {}): string {
  return stringifyAny(isInKeyOrder(document) ? document : inKeyOrder(document), options.indent ?? 2)
}
