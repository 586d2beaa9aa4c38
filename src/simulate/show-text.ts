const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu

/** A text from a document in one line: what a terminal would obey or not show is written out. */
export function showText(text: string): string {
  return text.replaceAll(
    unprintable,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  )
}
