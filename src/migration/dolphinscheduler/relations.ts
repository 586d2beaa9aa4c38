import { addToGroup } from '../../document/index/first-by-key.ts'
import type { NoteTaker, Remark } from '../note.ts'
import type { KnownTasks } from '../reading/known-tasks.ts'
import type { SourceFields } from '../reading/source-fields.ts'

/** The lists of relations, as the versions call them. */
const lists = ['processTaskRelationList', 'workflowTaskRelationList'] as const

const noRelations: Remark = {
  what: 'no list of relations',
  why: 'Nothing says which task comes after which: all of them begin at once.',
  wayOut: 'Export the workflow again, or write the dependencies into the code: .after(…).',
}

function halfRelation(code: string | undefined): Remark {
  return {
    what: `relation of ${code === undefined ? 'no tasks' : `task ${code} alone`}`,
    why: 'A relation has a preTaskCode and a postTaskCode; this one is left out.',
    wayOut: 'Look at what is meant, and write the dependency into the code: .after(…).',
  }
}

/** What tasks come after, by codes. Every task is the second one of a relation; the first tasks come after 0. */
export function relationsOf(
  entry: SourceFields,
  tasks: KnownTasks,
  note: NoteTaker,
): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>()
  const relations = lists.flatMap((list) => entry.records(list).map((relation) => ({ list, relation })))
  for (const { list, relation } of relations) {
    const [pre, post] = [relation.code('preTaskCode'), relation.code('postTaskCode')]
    if (pre === undefined || post === undefined) note(halfRelation(pre ?? post))
    else if (pre === '0') tasks.has(post, list, note)
    else if (tasks.those([pre, post], list, note).length === 2) addToGroup(before, post, pre)
  }
  if (tasks.count > 1 && lists.every((list) => entry.value(list) === undefined)) note(noRelations)
  return before
}
