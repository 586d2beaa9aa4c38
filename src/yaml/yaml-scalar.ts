import { ExactNumber } from '../diagnostics/exact-number.ts'
import { escapeCharacter } from '../diagnostics/show-value.ts'

/** Words that readers of YAML 1.1 or 1.2 take for a truth value, nothing or a number, in lower case. */
const otherWords: ReadonlySet<string> = new Set('y n yes no on off true false null nan inf infinity'.split(' '))

/** Begins with a letter, a slash or an underscore, and has nothing in it that means something in YAML. */
const plainText = /^[\p{L}_/][\p{L}\p{M}\p{N}_./ -]*$/u

/** What YAML does not allow as it is, or a reader of YAML 1.1 takes for the end of a line. JSON escapes the rest. */
const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g

/** A text on one line, in quotes wherever some reader could take it for something else. */
export function writeText(text: string): string {
  if (plainText.test(text) && !text.endsWith(' ') && !otherWords.has(text.toLowerCase())) return text
  return JSON.stringify(text).replace(unprintable, escapeCharacter)
}

/** A value that is neither list nor object, on one line. */
export function writeScalar(value: unknown): string {
  if (typeof value === 'string') return writeText(value)
  if (value instanceof ExactNumber) return value.text
  // Readers of YAML 1.1 know no number that has an exponent and no point.
  return String(value).replace(/^(-?\d+)e/, '$1.0e')
}

/** What makes a block literal another text: what YAML does not allow in it, and what some reader ends a line at. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unfit = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u

/** How the line breaks at the end of a text are kept: none, one, or all of several. */
function chomping(text: string): string {
  if (!text.endsWith('\n')) return '-'
  return text.endsWith('\n\n') ? '+' : ''
}

/** What begins with white space needs its indentation said, after which some readers lose a last line of white space. */
function losesItsEnd(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  return /^\s/.test(text) && line !== '' && line.trim() === ''
}

/**
 * A text of several lines as YAML shows code: as it is, each line indented. Undefined for a text of one line, and for
 * one that would not be read back as it is.
 */
export function blockLiteral(text: string, indent: number): string | undefined {
  if (!text.includes('\n') || unfit.test(text) || text.trim() === '' || losesItsEnd(text)) return undefined
  const margin = ' '.repeat(indent)
  // What begins with white space would give a reader the wrong indentation.
  const header = `|${/^\s/.test(text) ? '2' : ''}${chomping(text)}`
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  const lines = body.split('\n').map((line) => (line === '' ? line : margin + line))
  return [header, ...lines].join('\n')
}
