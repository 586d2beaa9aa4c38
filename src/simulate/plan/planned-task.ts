import type { DependencyType, UnknownUpstream } from '../instance.ts'
import { compareText } from '../text.ts'
import { matchRuns } from './matched-runs.ts'
import type { Task } from './task.ts'
import type { TaskEdges } from './task-edges.ts'
import type { Timeline, TimelineRun } from './timeline.ts'

/** A task with the runs of its schedule, and what it comes after. */
export interface PlannedTask {
  readonly task: Task
  readonly timeline: Timeline
  readonly dependsOnSelf: boolean
  readonly edges: readonly PlannedEdge[]
  readonly unknown: readonly UnknownUpstream[]
}

/** A task that another one comes after, and that has instances. */
export interface PlannedEdge {
  readonly type: DependencyType
  readonly isArm: boolean
  readonly upstream: PlannedTask
}

/** What one run waits for of one dependency. */
export interface UpstreamRuns {
  readonly edge: PlannedEdge
  readonly runs: readonly TimelineRun[]
}

/** Joins tasks, schedules and dependencies: the tasks that have instances, by label. */
export function planTasks(
  timelines: ReadonlyMap<Task, Timeline>,
  edges: ReadonlyMap<Task, TaskEdges>,
): readonly PlannedTask[] {
  const planned = new Map<Task, PlannedTask & { readonly edges: PlannedEdge[]; readonly unknown: UnknownUpstream[] }>()
  const inOrder = [...timelines].sort(([left], [right]) => compareText(left.label, right.label))
  for (const [task, timeline] of inOrder) {
    const of = edges.get(task)
    planned.set(task, {
      task,
      timeline,
      dependsOnSelf: of?.dependsOnSelf === true,
      edges: [],
      unknown: [...(of?.unknown ?? [])],
    })
  }
  for (const [task, plan] of planned) {
    for (const { type, isArm, upstream } of edges.get(task)?.edges ?? []) {
      const found = planned.get(upstream)
      if (found === undefined) plan.unknown.push({ type, name: upstream.label, reason: 'no-instances' })
      else plan.edges.push({ type, isArm, upstream: found })
    }
  }
  return [...planned.values()]
}

/** The runs that a run waits for, dependency by dependency. */
export function* upstreamRuns(downstream: PlannedTask, run: TimelineRun): Generator<UpstreamRuns, void, undefined> {
  for (const edge of downstream.edges) {
    const range = matchRuns({ type: edge.type, downstream, run, upstream: edge.upstream })
    if (range !== undefined) yield { edge, runs: edge.upstream.timeline.runsOf(range) }
  }
}
