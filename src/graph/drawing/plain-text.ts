/** Longer texts are cut: a picture is no place for a whole program. */
const longest = 120

/** Characters that would break a line. */
const breaks = /[\t-\r\u0085\u2028\u2029]+/gu
/** Other control characters, halves of characters, and marks that turn the direction of the text around them. */
const unprintable = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * A text of a document as one line that can be shown: breaks become spaces, what cannot be printed or would disturb the
 * text around it becomes the replacement character, and long texts are cut.
 */
export function plainText(text: string): string {
  // Twice the length: a character can be two units, and the cut must not split it.
  const start = [...text.slice(0, 2 * longest + 2)]
  const cut = start.length > longest ? `${start.slice(0, longest).join('')}…` : text
  const shown = cut.replaceAll(breaks, ' ').replaceAll(unprintable, '\ufffd')
  return shown.trim() === '' ? '(no name)' : shown
}
