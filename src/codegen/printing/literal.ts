import { ExactNumber } from '../../diagnostics/exact-number.ts'
import { escapeCharacter } from '../../diagnostics/show-value.ts'

/** Characters that end lines, steer how text is shown, or close an element of a page that shows the code. */
const escaped = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu

const short: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
}

function escapedLiteral(character: string): string {
  const known = Object.hasOwn(short, character) ? short[character] : undefined
  return known ?? escapeCharacter(character)
}

/**
 * A text as a literal of the language. It is the only way in which texts of documents get into generated code: whatever
 * they hold, they end no literal, no line and no comment, and steer no reader's eye.
 */
export function textLiteral(text: string): string {
  const doubles = text.split('"').length
  const quote = doubles > text.split("'").length ? "'" : '"'
  const inner = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(escaped, escapedLiteral)
    .replaceAll(/<(?=\/script|!--)/gi, '\\u003c')
    .replaceAll('*/', '*\\u002f')
  return quote + inner + quote
}

/** The key of an object, quoted where it must be; one that would set the prototype is computed. */
export function keyLiteral(key: string): string {
  if (key === '__proto__') return '["__proto__"]'
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : textLiteral(key)
}

/** A number, a truth value or nothing; undefined for other values. */
export function scalarLiteral(value: unknown): string | undefined {
  if (typeof value === 'string') return textLiteral(value)
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  return value instanceof ExactNumber ? `exactNumber(${textLiteral(value.text)})` : undefined
}
