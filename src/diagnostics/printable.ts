/** Characters that end a line, steer a terminal or turn the direction of text; documents may bring them. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** A text with escapes in the place of what a line of output cannot show. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
