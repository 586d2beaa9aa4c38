import { addToGroup } from '../../document/index/first-by-key.ts'
import type { PlannedTask } from '../plan/planned-task.ts'
import type { Task } from '../plan/task.ts'

/** The tasks that are paused, or come after a pause or a branch, however far: all others run, as far as one can tell. */
export function affectedTasks(tasks: readonly PlannedTask[]): ReadonlySet<PlannedTask> {
  const next = new Map<Task, PlannedTask[]>()
  const byTask = new Map(tasks.map((planned) => [planned.task, planned]))
  for (const planned of tasks) {
    for (const { upstream } of planned.edges) addToGroup(next, upstream.task, planned)
    const home = planned.task.home && byTask.get(planned.task.home)
    if (home === undefined) continue
    addToGroup(next, home.task, planned)
    addToGroup(next, planned.task, home)
  }
  const isSource = ({ task, edges }: PlannedTask): boolean =>
    task.recurrence === 'Pause' || edges.some(({ isArm }) => isArm)
  const affected = new Set(tasks.filter(isSource))
  // What is added while the set is walked over is walked over, too.
  for (const { task } of affected) for (const each of next.get(task) ?? []) affected.add(each)
  return affected
}
