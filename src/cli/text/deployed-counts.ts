import { changeCounts, type PlanAction, type PlanChange } from '../../dataworks/plan/plan-change.ts'
import type { PublishedWorkflow } from '../../dataworks/publish/publish-options.ts'
import { count, listed } from './words.ts'

const done: Readonly<Record<PlanAction, string>> = {
  create: 'created',
  update: 'updated',
  move: 'moved',
  delete: 'deleted',
  // What a deploy did not refuse although it was somebody else's.
  conflict: 'replaced',
  unchanged: 'unchanged',
}

/** What a deploy did, counted: `2 workflows and 3 nodes created; 1 function deleted`. */
export function deployedCounts(changes: readonly PlanChange[]): string {
  const parts = [...changeCounts(changes)].map(([action, ofAction]) => {
    return `${listed([...ofAction].map(([kind, number]) => count(number, kind)))} ${done[action]}`
  })
  return parts.length === 0 ? 'nothing' : parts.join('; ')
}

/** What was published, counted, with what it is of: `1 workflow of workspace 10000; 3 are published as they are`. */
export function publishedCounts(workflows: readonly Pick<PublishedWorkflow, 'action'>[], of = ''): string {
  const unchanged = workflows.filter(({ action }) => action === 'unchanged').length
  const published = workflows.length - unchanged
  const what = published === 0 && unchanged > 0 ? `nothing${of}` : `${count(published, 'workflow')}${of}`
  if (unchanged === 0) return what
  return `${what}; ${unchanged === 1 ? '1 is published as it is' : `${unchanged} are published as they are`}`
}
