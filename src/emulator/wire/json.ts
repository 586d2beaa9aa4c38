import { parseJson } from '../../document/json/exact-json.ts'
import { isRecord } from '../../document/json/records.ts'

/** A JSON object whose fields are not known beforehand. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The value of a field of its own; undefined when there is none or it is null. */
export function readField(object: JsonObject | undefined, field: string): unknown {
  return object !== undefined && Object.hasOwn(object, field) ? (object[field] ?? undefined) : undefined
}

/** A plain field as text. The reference parser takes numbers and booleans for text, so they are taken here as well. */
export function readPlainText(object: JsonObject | undefined, field: string): string | undefined {
  const value = readField(object, field)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

/** The object in a field; undefined when there is none. */
export function readObject(object: JsonObject | undefined, field: string): JsonObject | undefined {
  const value = readField(object, field)
  return isRecord(value) ? value : undefined
}

/** The list in a field; undefined when there is none. */
export function readList(object: JsonObject | undefined, field: string): readonly unknown[] | undefined {
  const value = readField(object, field)
  return Array.isArray(value) ? value : undefined
}

/** Deeper than any real document, and shallow enough for a parser that calls itself for every level. */
const deepestNesting = 256

const depthChange: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 }

/** Where the string that starts at a quote ends. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

/** Whether brackets outside of strings are nested deeper than {@link deepestNesting}. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"') at = endOfString(text, at)
    else depth += depthChange[sign] ?? 0
    if (depth > deepestNesting) return true
  }
  return false
}

/**
 * Parses JSON text that a stranger sent: nesting is bounded and integers beyond 2^53 survive.
 *
 * @throws SyntaxError when the text is not JSON or is nested too deep.
 */
export function parseBoundedJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`JSON is nested deeper than ${deepestNesting} levels`)
  return parseJson(text)
}

function writeItems(items: readonly string[], open: string, close: string, indent: string, pad: string): string {
  if (items.length === 0) return open + close
  if (indent === '') return open + items.join(',') + close
  const inner = `\n${pad}${indent}`
  return `${open}${inner}${items.join(`,${inner}`)}\n${pad}${close}`
}

function write(value: unknown, indent: string, pad: string): string {
  if (typeof value === 'bigint') return String(value)
  const inner = pad + indent
  if (Array.isArray(value)) {
    const items = value.map((item) => write(item, indent, inner))
    return writeItems(items, '[', ']', indent, pad)
  }
  if (isRecord(value)) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined)
    const items = fields.map(([name, field]) => `${JSON.stringify(name)}:${write(field, indent, inner)}`)
    return writeItems(items, '{', '}', indent, pad)
  }
  return JSON.stringify(value) ?? 'null'
}

/**
 * Writes JSON as the service does: no space after a colon, bigints as bare digits, and with an indent one field a line.
 * It calls itself once a level of nesting, which {@link parseBoundedJson} bounds for everything that comes from outside.
 */
export function writeJsonText(value: unknown, indent: '' | '\t' = ''): string {
  return write(value, indent, '')
}
