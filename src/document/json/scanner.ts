/** The character codes of the signs of JSON text. */
export const sign = {
  quote: 34,
  comma: 44,
  colon: 58,
  openList: 91,
  backslash: 92,
  closeList: 93,
  open: 123,
  close: 125,
} as const

/**
 * Where the string that begins at a quote ends in JSON text: the index behind its last quote, or the end of the text
 * when it has none.
 */
export function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text.charCodeAt(at - 1 - backslashes) === sign.backslash) backslashes += 1
    if (backslashes % 2 === 0) return at + 1
  }
  return text.length
}

/** Where brackets outside of strings go deeper than allowed in JSON text; -1 when they do not. */
export function tooDeepAt(text: string, deepest: number): number {
  let depth = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === sign.open || code === sign.openList) depth += 1
    else if (code === sign.close || code === sign.closeList) depth -= 1
    if (depth > deepest) return at
    at = code === sign.quote ? endOfString(text, at) : at + 1
  }
  return -1
}
