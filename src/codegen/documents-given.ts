import { refuse } from '../builders/build/faults.ts'
import { givenDocuments } from '../document/given-documents.ts'
import { copyJson } from '../document/json/json-copy.ts'
import { inKeyOrder } from '../document/json/key-order.ts'
import { isRecord } from '../document/json/records.ts'
import { reading } from '../document/reading.ts'
import type { Fields } from './rest/typed-fields.ts'

/** Equal documents give equal code, whatever the order of their keys. */
function inOrder(document: Fields): Fields {
  const ordered = inKeyOrder(document)
  return isRecord(ordered) ? ordered : document
}

/** What was given as plain data of its own, with its keys in order. */
export function documentsOf(call: string, given: unknown): readonly Fields[] {
  return reading(call, given, () => givenDocuments(given)).map(({ document, path }) => {
    const { value, notJson } = reading(call, document, () => copyJson(document))
    if (isRecord(value) && notJson === undefined) return inOrder(value)
    const message = `A FlowSpec document is a JSON object; what stands at "${path}" is none.`
    return refuse('document/not-json', { message, hint: 'Read text with readSpec(text) first.' })
  })
}
