import { isExactNumber } from '../../diagnostics/exact-number.ts'

/** An object of the source, whatever it holds. */
export type Fields = Readonly<Record<string, unknown>>

/** A text, or the digits of a number, exactly as they stand in the source; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || isExactNumber(value) ? String(value) : undefined
}
