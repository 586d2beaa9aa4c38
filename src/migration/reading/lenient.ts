import { isExactNumber } from '../../diagnostics/exact-number.ts'
import { isRecord } from '../../document/json/records.ts'

/** An object of the source, whatever it holds. */
export type Fields = Readonly<Record<string, unknown>>

/** A text, or the digits of a number, exactly as they stand in the source; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || isExactNumber(value) ? String(value) : undefined
}

/** The text in a field; undefined when it is missing, empty or of another kind. */
export function fieldText(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = Object.hasOwn(fields, name) ? textOf(fields[name]) : undefined
    if (text !== undefined && text.trim() !== '') return text
  }
  return undefined
}

/** A whole number, which sources write as a text too. */
export function fieldInteger(fields: Fields, ...names: readonly string[]): number | undefined {
  const text = fieldText(fields, ...names)?.trim()
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** An object in a field; an empty one when there is none. */
export function fieldRecord(fields: Fields, ...names: readonly string[]): Fields {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (isRecord(value)) return value
  }
  return {}
}
