import { isExactNumber } from '../../diagnostics/exact-number.ts'

/** An object of the source, whatever it holds. */
export type Fields = Readonly<Record<string, unknown>>

/** A text, or the digits of a number, exactly as they stand in the source; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || isExactNumber(value) ? String(value) : undefined
}

/** A text by which something is told apart, without what stands around it; the empty text for what is none. */
export function codeIn(value: unknown): string {
  return textOf(value)?.trim() ?? ''
}

/** What a table has for a name that a source may choose at will. */
export function inTable<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
