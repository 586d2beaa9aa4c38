import { plainText } from './plain-text.ts'

/** A text of a document as Graphviz text inside quotes: neither an escape of Graphviz nor an entity of HTML. */
export function escapeDot(text: string): string {
  return plainText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;')
}
