import { compareText } from '../../diagnostics/diagnostic-order.ts'
import type { DependencyType } from '../../language/dependency-types.ts'
import type { UnknownUpstream } from '../instance.ts'
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
  /** The workflow that a node stands in. */
  readonly workflow: PlannedTask | undefined
  /** The nodes that stand in a workflow. */
  readonly nodes: readonly PlannedTask[]
}

/** A task that another one comes after, and that has instances. */
export interface PlannedEdge {
  readonly type: DependencyType
  readonly fromBranch: boolean
  readonly upstream: PlannedTask
}

/** What one run waits for of one dependency. */
export interface UpstreamRuns {
  readonly edge: PlannedEdge
  readonly runs: readonly TimelineRun[]
}

/** A planned task while its neighbours are not all known. */
interface Draft extends PlannedTask {
  readonly edges: PlannedEdge[]
  readonly unknown: UnknownUpstream[]
  readonly nodes: PlannedTask[]
  workflow: PlannedTask | undefined
}

/** Joins tasks, schedules and dependencies: the tasks that have instances, by label. */
export function planTasks(
  timelines: ReadonlyMap<Task, Timeline>,
  edges: ReadonlyMap<Task, TaskEdges>,
): readonly PlannedTask[] {
  const inOrder = [...timelines].sort(([left], [right]) => compareText(left.label, right.label))
  const drafts = new Map<Task, Draft>()
  for (const [task, timeline] of inOrder) {
    const dependsOnSelf = edges.get(task)?.dependsOnSelf === true
    drafts.set(task, { task, timeline, dependsOnSelf, edges: [], unknown: [], nodes: [], workflow: undefined })
  }
  for (const draft of drafts.values()) joinNeighbours(draft, edges.get(draft.task), drafts)
  return [...drafts.values()]
}

function joinNeighbours(draft: Draft, of: TaskEdges | undefined, drafts: ReadonlyMap<Task, Draft>): void {
  const workflow = draft.task.workflow && drafts.get(draft.task.workflow)
  draft.workflow = workflow
  workflow?.nodes.push(draft)
  draft.unknown.push(...(of?.unknown ?? []))
  for (const { type, fromBranch, upstream } of of?.edges ?? []) {
    const found = drafts.get(upstream)
    if (found === undefined) draft.unknown.push(Object.freeze({ type, name: upstream.label, reason: 'no-instances' }))
    else draft.edges.push({ type, fromBranch, upstream: found })
  }
}

/** The runs that a run waits for, dependency by dependency. */
export function* upstreamRuns(downstream: PlannedTask, run: TimelineRun): Generator<UpstreamRuns, void, undefined> {
  for (const edge of downstream.edges) {
    const range = matchRuns({ type: edge.type, downstream, run, upstream: edge.upstream })
    if (range !== undefined) yield { edge, runs: edge.upstream.timeline.runsOf(range) }
  }
}
