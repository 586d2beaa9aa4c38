import { checkArgument, checkSettings, number, object, type SettingKinds } from '../diagnostics/arguments.ts'
import { stringifyJson } from './json/exact-json.ts'
import { inKeyOrder, isInKeyOrder } from './json/key-order.ts'
import { readable } from './reading.ts'

const writeKinds: SettingKinds = { indent: number }

/**
 * Writes a document as JSON text in a stable key order, so that two equal documents give equal text: the fields of each
 * entity in the order of the schema, then all other keys sorted. Bigints are written as integers.
 *
 * @param document - a built or read document
 * @param options - `indent`: spaces a level; default 2, and 0 gives one line
 * @returns the text, without a line break at its end
 * @throws TypeError when the document contains itself
 * @throws FlowSpecError when it is nested thousands of levels deep, which no text that {@link readSpec} reads is
 *
 * @example
 * ```ts
 * import { workflow, writeJson } from 'flowspec'
 *
 * const text = writeJson(workflow('orders').cron('00 02 00 * * ?').build())
 * ```
 */
export function writeJson(document: object, options: { readonly indent?: number } = {}): string {
  checkArgument('writeJson', 'document', document, object)
  checkSettings('writeJson', 'options', options, writeKinds)
  const write = (): string =>
    stringifyJson(isInKeyOrder(document) ? document : inKeyOrder(document), options.indent ?? 2) ?? ''
  return readable('writeJson', document, write)
}
