import { joinPointer } from '../diagnostics/json-pointer.ts'
import { isRecord } from '../document/is-record.ts'
import type { SplitContext } from './split-context.ts'

/** Says which items of a list are no entities: texts, and other values that no reader takes for one. */
export function leaveOthers(list: unknown, path: string, { leave }: Pick<SplitContext, 'leave'>): void {
  if (!Array.isArray(list)) return
  for (const [at, item] of list.entries()) {
    if (!isRecord(item)) leave(joinPointer(path, at), 'It is no object, so nothing can be made of it.')
  }
}
