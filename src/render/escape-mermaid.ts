import { plainText } from './plain-text.ts'

/** Letters and digits of any script, the marks upon them, blanks and commas mean nothing to Mermaid, Markdown or HTML. */
const harmless = /[\p{L}\p{M}\p{N} ,]/u
/** Between letters these mean nothing either; at the edge of a word they are emphasis or the start of a list. */
const joining = /[_-]/
const wordCharacter = /[A-Za-z0-9]/
/** Mermaid looks for this statement everywhere in a line, inside of quotes too. */
const direction = /direction(?= )/gi

function byNumber(character: string): string {
  return `#${character.codePointAt(0) ?? 0xfffd};`
}

/**
 * A text of a document as Mermaid text inside quotes. Everything that has or could get a meaning, in Mermaid, in the
 * Markdown of its labels or in HTML, is written as the number of its character, so the text is shown as it is.
 */
export function escapeMermaid(text: string): string {
  const characters = [...plainText(text)]
  return characters
    .map((character, at) => {
      if (harmless.test(character)) return character
      const isInWord = wordCharacter.test(characters[at - 1] ?? '') && wordCharacter.test(characters[at + 1] ?? '')
      return joining.test(character) && isInWord ? character : byNumber(character)
    })
    .join('')
    .replaceAll(direction, (word) => byNumber(word) + word.slice(1))
}
