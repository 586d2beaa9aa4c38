import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { pointerOf } from '../../document/index/entity.ts'
import type { EdgeList } from '../../graph/adjacency.ts'
import { describeCycle, eachNameOnce } from '../../graph/cycle-text.ts'
import { cyclicCore, shortestCycles } from '../../graph/shortest-cycles.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { PlannedTask } from '../plan/planned-task.ts'

/** The tasks that wait for one another within one cycle of their schedules. */
export interface EntangledTasks {
  /** These tasks, and some that stand before them. */
  readonly tasks: ReadonlySet<PlannedTask>
  /** One of each group, as the check tells it. */
  readonly notes: readonly Diagnostic[]
}

/** The start and the end of a task as numbers; a workflow ends after its nodes, of a node both are one. */
function startOf(at: number): number {
  return 2 * at
}

function endOf(at: number, { task }: PlannedTask): number {
  return task.kind === 'workflow' ? startOf(at) + 1 : startOf(at)
}

function waits(tasks: readonly PlannedTask[]): EdgeList {
  const places = new Map(tasks.map((planned, at) => [planned, at]))
  const from: number[] = []
  const to: number[] = []
  const add = (before: number, after: number): void => {
    from.push(before)
    to.push(after)
  }
  for (const [at, planned] of tasks.entries()) {
    if (planned.task.kind === 'workflow') add(startOf(at), endOf(at, planned))
    const { workflow } = planned
    const around = workflow && places.get(workflow)
    if (workflow !== undefined && around !== undefined) {
      add(startOf(around), startOf(at))
      add(startOf(at), endOf(around, workflow))
    }
    for (const { type, upstream } of planned.edges) {
      const before = type === dependencyTypes.sameCycle ? places.get(upstream) : undefined
      if (before !== undefined) add(endOf(before, upstream), startOf(at))
    }
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) }
}

function noteOf(members: readonly PlannedTask[]): Diagnostic {
  const names = eachNameOnce(members.map(({ task }) => task.name))
  const [first] = members
  const path = first === undefined ? '' : `${first.task.source.path}${pointerOf(first.task.entity)}`
  return createDiagnostic({ rule: 'graph/cycle', severity: 'error', ...describeCycle(names, ' and never run'), path })
}

/** Finds the tasks that wait for one another. */
export function entangledTasks(tasks: readonly PlannedTask[]): EntangledTasks {
  const edges = waits(tasks)
  const core = cyclicCore(2 * tasks.length, edges)
  if (core === undefined) return { tasks: new Set(), notes: [] }
  const isLeft = (at: number): boolean => core[startOf(at)] === 1 || core[startOf(at) + 1] === 1
  const cycles = shortestCycles(2 * tasks.length, edges)
  const members = cycles.map((cycle) => cycle.flatMap((vertex) => tasks[vertex >> 1] ?? []))
  return { tasks: new Set(tasks.filter((_, at) => isLeft(at))), notes: members.map(noteOf) }
}
