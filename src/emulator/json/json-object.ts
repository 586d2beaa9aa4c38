import { isRecord } from '../../document/is-record.ts'

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
