/** Compares texts by their code units, which every machine orders alike. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu

/** A text from a document in one line: what a terminal would obey or not show is written out. */
export function showText(text: string): string {
  return text.replaceAll(
    unprintable,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  )
}

/** Characters that take two columns: Hangul, CJK, full-width forms, and most emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const combining = /\p{M}/u

/** How many columns a text takes where every character takes one or two. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (combining.test(character)) continue
    width += wide.test(character) ? 2 : 1
  }
  return width
}
