import { isRecord } from './is-record.ts'

/** The text in a field of an object; undefined when there is no such field, or it holds something else. */
export function readText(value: unknown, field: string): string | undefined {
  if (!isRecord(value)) return undefined
  const text = value[field]
  return typeof text === 'string' ? text : undefined
}
