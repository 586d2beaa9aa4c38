import { isRecord } from '../../document/json/records.ts'
import { type Fields, textOf } from '../reading/lenient.ts'

/** A value without what Airflow wraps around it: `{ __var, __type }`. One level: what is inside is decoded when it is asked for. */
export function decoded(value: unknown): unknown {
  return isRecord(value) && Object.hasOwn(value, '__var') ? value['__var'] : value
}

/** The kind of a wrapped value, such as `timedelta`: the last word of its name. */
export function kindOf(value: unknown): string | undefined {
  const kind = isRecord(value) ? textOf(value['__type']) : undefined
  return kind?.split('.').at(-1)
}

/** An object in a field; an empty one when there is none. */
export function decodedRecord(fields: Fields, ...names: readonly string[]): Fields {
  for (const name of names) {
    const value = decoded(fields[name])
    if (isRecord(value)) return value
  }
  return {}
}

/** A list in a field, however it is wrapped. */
export function decodedList(fields: Fields, name: string): readonly unknown[] {
  const value = decoded(fields[name])
  return Array.isArray(value) ? value : []
}

/** Texts in a list. */
export function decodedTexts(fields: Fields, name: string): readonly string[] {
  return decodedList(fields, name).filter((one) => typeof one === 'string')
}

/** Seconds: of a duration, or since 1970. */
export function decodedSeconds(fields: Fields, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = decoded(fields[name])
    if (typeof value === 'number' && Number.isFinite(value)) return value
  }
  return undefined
}

/** A text in a field; undefined when it is missing, empty or something else. */
export function decodedText(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textOf(decoded(fields[name]))
    if (text !== undefined && text.trim() !== '') return text
  }
  return undefined
}
