import { cut, printable } from './show-value.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Longer than anybody reads in a picture, which has some thousands of such texts. */
const longest = 400

/** A text of a document as content or attribute of XML; what XML has no room for is written out, a long text is cut. */
export function escapeXml(text: string): string {
  return printable(cut(text, longest)).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '')
}
