import { isRecord } from '../document/is-record.ts'
import type { FlowNode } from '../model/generated/types.ts'
import { copyJson } from './copy-json.ts'

/** What the code of a node uses, as the wire writes it. */
export type NodeUses = Pick<FlowNode, 'datasets' | 'fileResources' | 'functions' | 'component'>

/** The fields that are lists. */
type UsedList = Exclude<keyof NodeUses, 'component'>

/** What a node uses with more in one of the lists; a node that was read keeps what it used. */
export function moreUsed(
  { uses, base }: { readonly uses?: NodeUses; readonly base?: { readonly raw: unknown } },
  list: UsedList,
  items: readonly object[],
): NodeUses {
  const held = uses?.[list] ?? (isRecord(base?.raw) ? base.raw[list] : undefined)
  // Copies of the items with their own shape.
  const added = copyJson(items).value as readonly never[]
  return { ...uses, [list]: [...(Array.isArray(held) ? held : []), ...added] }
}
