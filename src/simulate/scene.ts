import { ParameterEvaluator } from './parameter-evaluator.ts'
import { type CollectedTasks, collectTasks } from './plan/collected-tasks.ts'
import { type PlannedTask, planTasks } from './plan/planned-task.ts'
import { type PartLimits, type Schedules, scheduleTasks } from './plan/schedules.ts'
import type { Task } from './plan/task.ts'
import { resolveEdges, type TaskEdges } from './plan/task-edges.ts'
import type { TimelineRun } from './plan/timeline.ts'
import { readOptions, type SimulateOptions, type SimulationRequest } from './simulate-options.ts'
import { projectOf, readDocuments, type SimulatedDocuments } from './simulated-document.ts'

/** How many dependencies between instances are allowed for each instance that is. */
export const linksPerInstance = 20

/** How many runs of schedules, those of the days before included; each takes some hundred bytes. */
export const runsPerInstance = 10

/** All that is known of documents before times are looked at. */
export interface Scene extends CollectedTasks {
  readonly request: SimulationRequest
  readonly edges: ReadonlyMap<Task, TaskEdges>
  readonly evaluator: ParameterEvaluator
}

/**
 * Reads options and documents: what there is, and what comes after what.
 *
 * @throws FlowSpecError with every fault of the options, or all that keeps a document from being read
 */
export function prepare(documents: SimulatedDocuments, options: SimulateOptions): Scene {
  const request = readOptions({ ...options, project: options.project ?? projectOf(documents) })
  const sources = readDocuments(documents, request.project)
  const collected = collectTasks(sources)
  const edges = resolveEdges(collected, sources, request.project)
  return { request, ...collected, edges, evaluator: new ParameterEvaluator(request) }
}

/** The tasks of a part of the span with their runs, or what there is too much of. */
export interface PlannedPart {
  readonly schedules: Schedules
  readonly planned: readonly PlannedTask[]
  readonly tooMany: Schedules['tooMany']
}

/**
 * Works out the runs of a part of the span; counts before anything is made of them.
 *
 * @throws FlowSpecError with every fault of every trigger
 */
export function planPart({ request, tasks, edges }: Scene, limits: PartLimits): PlannedPart {
  const schedules = scheduleTasks(tasks, request, limits)
  const planned = schedules.tooMany === undefined ? planTasks(schedules.timelines, edges) : []
  return { schedules, planned, tooMany: schedules.tooMany }
}

/** A run of a task. */
export interface PlannedRun {
  readonly planned: PlannedTask
  readonly run: TimelineRun
}

/** The runs inside of a part of the span, by time and then by label. */
export function runsInOrder(tasks: readonly PlannedTask[]): readonly PlannedRun[] {
  const runs: PlannedRun[] = []
  for (const planned of tasks) {
    const { timeline } = planned
    if (timeline.inside === undefined) continue
    for (const run of timeline.runsOf(timeline.inside)) runs.push({ planned, run })
  }
  // Tasks are ordered by label, and sorting keeps that order where times are the same.
  return runs.sort((left, right) => left.run.instant - right.run.instant)
}
