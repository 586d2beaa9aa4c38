import type { NoteTaker, Remark } from '../note.ts'
import type { NodeBody } from './draft.ts'

/** A node that somebody has to write: it has no code, which the check tells, and is paused until then. */
export function placeholderNode({ note }: { readonly note: NoteTaker }, command: string, remark: Remark): NodeBody {
  note({ ...remark, why: `${remark.why} In its place stands a paused ${command} node without code.` })
  return { making: { kind: 'plain', command }, isPlaceholder: true }
}
