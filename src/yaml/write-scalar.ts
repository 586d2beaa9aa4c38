/** Words that readers of YAML 1.1 or 1.2 take for a truth value, nothing or a number, in lower case. */
const otherWords: ReadonlySet<string> = new Set([
  ...['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nan', 'inf', 'infinity'],
])

/** Begins with a letter, a slash or an underscore, and has nothing in it that means something in YAML. */
const plainText = /^[\p{L}_/][\p{L}\p{M}\p{N}_./ -]*$/u

/** What YAML does not allow as it is, or a reader of YAML 1.1 takes for the end of a line. JSON escapes the rest. */
const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A text on one line, in quotes wherever some reader could take it for something else. */
export function writeText(text: string): string {
  if (plainText.test(text) && !text.endsWith(' ') && !otherWords.has(text.toLowerCase())) return text
  return JSON.stringify(text).replace(unprintable, escapeCharacter)
}

/** A value that is neither list nor object, on one line. */
export function writeScalar(value: unknown): string {
  if (typeof value === 'string') return writeText(value)
  // Readers of YAML 1.1 know no number that has an exponent and no point.
  return String(value).replace(/^(-?\d+)e/, '$1.0e')
}
