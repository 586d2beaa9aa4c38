import { writeJson } from '../../document/write-json.ts'

/** The text of a document as it is sent: one line, keys in the order of the language. */
export function specText(document: object): string {
  return writeJson(document, { indent: 0 })
}
