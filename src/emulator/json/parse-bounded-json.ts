import { parseJson } from '../../document/parse-json.ts'

/** Deeper than any real document, and shallow enough for a parser that calls itself for every level. */
const deepestNesting = 256

const depthChange: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 }

/** Where the string that starts at a quote ends. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

/** Whether brackets outside of strings are nested deeper than {@link deepestNesting}. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"') at = endOfString(text, at)
    else depth += depthChange[sign] ?? 0
    if (depth > deepestNesting) return true
  }
  return false
}

/**
 * Parses JSON text that a stranger sent: nesting is bounded and integers beyond 2^53 survive.
 *
 * @throws SyntaxError when the text is not JSON or is nested too deep.
 */
export function parseBoundedJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`JSON is nested deeper than ${deepestNesting} levels`)
  return parseJson(text)
}
