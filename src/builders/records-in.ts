import { isRecord } from '../document/is-record.ts'

/** The objects of a list; none where extra fields or a document hold something else there. */
export function recordsIn<Item extends object>(list: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(list) ? list.filter((item: Item) => isRecord(item)) : []
}
