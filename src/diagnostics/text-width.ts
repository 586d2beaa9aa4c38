/** Characters that take two columns: Hangul, CJK, full-width forms, and most emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const combining = /\p{M}/u

/** Whether a character is as wide as it is high. */
export function isWideCharacter(character: string): boolean {
  return wide.test(character)
}

function columnsOf(character: string): number {
  if (combining.test(character)) return 0
  return wide.test(character) ? 2 : 1
}

/** How many columns a text takes where every character takes one or two. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += columnsOf(character)
  return width
}

/** A text of so many columns at most, an ellipsis that takes one of them at its end where it is longer. */
export function cutToWidth(text: string, columns: number): string {
  let width = 0
  let end = 0
  let shortened = 0
  for (const character of text) {
    width += columnsOf(character)
    if (width > columns) return `${text.slice(0, shortened)}…`
    end += character.length
    if (width < columns) shortened = end
  }
  return text
}
