import { isRecord } from './is-record.ts'

/** The objects in a list, other items left out; none when it is no list. */
export function recordsOf(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter(isRecord) : []
}
