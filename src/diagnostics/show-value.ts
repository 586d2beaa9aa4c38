import { isExactNumber } from './exact-number.ts'
import { unshared } from './unshared-text.ts'

const longestShown = 60

/** Characters that show nothing, or no more than a space: controls, marks of direction, halves of characters, odd spaces. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]|[^\P{Zs} ]/gu

/** The invisible characters a line of text can do without; the two joiners hold letters and emoji together. */
const unprintable = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/gu

/** The escapes of JSON that people know better than numbers. */
const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** Escapes a character as JSON does, so that what is shown can be searched for in a document. */
export function escapeCharacter(character: string): string {
  const short = shortEscapes.get(character)
  if (short !== undefined) return short
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')
}

/** A text of so many characters at most, its end left out where it is longer. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  // A character may be two units, which belong together.
  const end = /[\ud800-\udbff]/.test(text.charAt(longest - 1)) ? longest - 1 : longest
  return `${text.slice(0, end)}…`
}

/** A text of which both ends are left when it is long: what is said of a name stands before it or after it. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const end = Math.floor(longest / 3)
  return unshared(`${cut(text, longest - end - 1)}${text.slice(-end).replace(/^[\udc00-\udfff]/, '')}`)
}

/** Whether a value is a list; of a proxy that was revoked, which throws whatever it is asked, no. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value)
  } catch {
    // A proxy that was revoked cannot even be asked.
    return false
  }
}

/** Objects of the language that hold no fields, by what they are. */
const builtIn = /^\[object (Boolean|Date|Map|Number|Promise|RegExp|Set|String|URL)\]$/

function showObject(value: object): string {
  if (isList(value)) return 'a list'
  try {
    const [, name] = builtIn.exec(Object.prototype.toString.call(value)) ?? []
    return name === undefined ? 'an object' : `a ${name}`
  } catch {
    // A proxy that was revoked, or one that throws, says nothing of itself.
    return 'an object'
  }
}

/**
 * Any value as a message shows it, and never an error itself: text as JSON, in one line and with every invisible character
 * escaped; numbers as they are; of everything else what it is. What is longer than `longest` is cut.
 */
export function showValue(value: unknown, longest: number = longestShown): string {
  if (typeof value === 'string') return JSON.stringify(cut(value, longest)).replaceAll(invisible, escapeCharacter)
  if (isExactNumber(value)) return cut(value.text, longest)
  if (typeof value === 'object' && value !== null) return showObject(value)
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`
  return cut(String(value), longest)
}

/** What a value is, and nothing of what it says. */
export function showType(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (isList(value)) return 'a list'
  if (typeof value === 'string') return 'a text'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** What an object says in its message; undefined for any other value. */
function messageOf(error: unknown): string | undefined {
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : undefined
  return typeof message === 'string' && message.trim() !== '' ? message : undefined
}

/** More than a person reads of errors that were gathered in one. */
const mostErrors = 5

/** What an error of several says, and the first of these. */
function gathered(error: AggregateError): string {
  const errors: readonly unknown[] = isList(error.errors) ? error.errors : []
  const said = errors.slice(0, mostErrors).map((one) => messageOf(one) ?? showValue(one))
  const more = errors.length > said.length ? [`${errors.length - said.length} more`] : []
  const heading = messageOf(error) ?? (errors.length === 1 ? 'an error' : `${errors.length} errors`)
  return said.length === 0 ? heading : `${heading}: ${[...said, ...more].join('; ')}`
}

/** What an error says that code of others threw, which may be no error at all, or say nothing. */
export function showError(error: unknown): string {
  try {
    if (error instanceof AggregateError) return gathered(error)
    const message = messageOf(error)
    if (message !== undefined) return message
    if (error instanceof Error) return `an error of the name ${showValue(error.name)}, without a message`
  } catch {
    // What was thrown throws when it is looked at: it is shown as any other value.
  }
  return showValue(error)
}

/** The first line of what an error says, as a sentence ends it. */
export function sentenceOf(error: unknown): string {
  const [first = '', ...rest] = showError(error)
    .trim()
    .split(/\s*\r?\n/)
  return rest.length === 0 ? first.replace(/(?<![.!?…])$/, '.') : `${first.replace(/[.:…]$/, '')} …`
}

/** A text in one line: what ends a line, steers a terminal, turns the direction of text or is not seen is escaped. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, escapeCharacter)
}

/** The same for a text of several lines, whose line breaks are left, each followed by an indent. */
export function printableLines(text: string, indent = ''): string {
  return text.split('\n').map(printable).join(`\n${indent}`)
}
