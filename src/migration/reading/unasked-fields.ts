import { type NoteTaker, namesOf } from '../note.ts'
import type { SourceFields } from './source-fields.ts'

/**
 * Tells of fields of a task that say something and that nothing was read of.
 *
 * @param names - those that would mean something here
 * @param kind - what the source calls tasks of the kind
 */
export function noteUnasked(fields: SourceFields, names: readonly string[], kind: string, note: NoteTaker): void {
  const unasked = names.filter((name) => fields.isUnasked(name))
  if (unasked.length === 0) return
  note({
    what: `${namesOf(unasked)} of ${kind}`,
    why: 'It is not carried: the node has no setting that means the same.',
    wayOut: 'Look at what the task needs it for, and write that into the node.',
  })
}
