/** Characters that take two columns: Hangul, CJK, full-width forms, and most emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const combining = /\p{M}/u

/** Whether a character is as wide as it is high. */
export function isWideCharacter(character: string): boolean {
  return wide.test(character)
}

/** How many columns a text takes where every character takes one or two. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (combining.test(character)) continue
    width += wide.test(character) ? 2 : 1
  }
  return width
}
