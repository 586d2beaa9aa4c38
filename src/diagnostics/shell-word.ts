import { printable } from './show-value.ts'

/** A text in single quotes, in which a shell reads nothing. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A word of a call as it is shown, so that a shell takes it for one. */
export function shellWord(given: string): string {
  const word = printable(given)
  return /^[\w./:@=-]+$/.test(word) ? word : quoted(word)
}
