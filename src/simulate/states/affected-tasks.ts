import { addToGroup } from '../../document/index/first-by-key.ts'
import type { PlannedTask } from '../plan/planned-task.ts'

/**
 * The tasks that are paused or wait for one another, or come after such a task or a branch, however far: all others run,
 * as far as one can tell.
 */
export function affectedTasks(
  tasks: readonly PlannedTask[],
  entangled: ReadonlySet<PlannedTask>,
): ReadonlySet<PlannedTask> {
  const next = new Map<PlannedTask, PlannedTask[]>()
  for (const planned of tasks) {
    for (const { upstream } of planned.edges) addToGroup(next, upstream, planned)
    const { workflow } = planned
    if (workflow === undefined) continue
    addToGroup(next, workflow, planned)
    addToGroup(next, planned, workflow)
  }
  const isSource = (planned: PlannedTask): boolean =>
    planned.task.recurrence === 'Pause' || entangled.has(planned) || planned.edges.some(({ fromBranch }) => fromBranch)
  const affected = new Set(tasks.filter(isSource))
  // What is added while the set is walked over is walked over, too.
  for (const planned of affected) for (const each of next.get(planned) ?? []) affected.add(each)
  return affected
}
