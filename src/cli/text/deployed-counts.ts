import { changeCounts, type PlanAction, type PlanChange } from '../../dataworks/plan/plan-change.ts'
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
