import { asNumber } from '../document/json/records.ts'
import type { DependencyType } from '../language/dependency-types.ts'
import type { Instance, InstanceState, UpstreamInstance } from './instance.ts'
import type { ParameterEvaluator } from './parameter-evaluator.ts'
import { type PlannedTask, upstreamRuns } from './plan/planned-task.ts'
import { isoText } from './plan/span.ts'
import { workflowName } from './plan/task.ts'
import type { TimelineRun } from './plan/timeline.ts'
import { tooMany } from './simulate-options.ts'
import type { StateOf } from './states/run-states.ts'

/** What a task waits for in one run, and which of it decides about the state. */
interface Waiting {
  readonly upstream: readonly UpstreamInstance[]
  readonly because: readonly string[]
}

const isBlocking: ReadonlySet<InstanceState> = new Set(['paused', 'blocked'])

/** Makes the instances that users see. */
export class InstanceBuilder {
  readonly #evaluator: ParameterEvaluator
  readonly #stateOf: StateOf
  readonly #mostLinks: number
  readonly #references = new Map<PlannedTask, Map<DependencyType, UpstreamInstance[]>>()
  #links = 0

  /** @param mostLinks - how many dependencies between instances there may be */
  constructor(evaluator: ParameterEvaluator, stateOf: StateOf, mostLinks: number) {
    this.#evaluator = evaluator
    this.#stateOf = stateOf
    this.#mostLinks = mostLinks
  }

  build(planned: PlannedTask, run: TimelineRun): Instance {
    const { task, timeline, unknown } = planned
    const { described } = run
    const state = this.#stateOf(planned, run)
    const { upstream, because } = this.#waiting(planned, run, state)
    const parameters = this.#evaluator.evaluate(planned, run)
    const delaySeconds = delayOf(planned)
    return Object.freeze({
      id: idOf(planned, run),
      kind: task.kind,
      name: task.name,
      workflow: workflowName(task),
      ...described,
      timezone: timeline.zone.name,
      cronTime: run.cronTime,
      dryRunReason: run.dryRunReason,
      state,
      because,
      delaySeconds,
      earliestStart: delaySeconds === 0 ? described.at : isoText(timeline.zone, run.instant + delaySeconds * 1000),
      parameters: parameters.values,
      unknownParameters: parameters.unknown,
      upstream,
      unknownUpstream: Object.freeze(unknown),
    })
  }

  #waiting(planned: PlannedTask, run: TimelineRun, state: InstanceState): Waiting {
    const upstream: UpstreamInstance[] = []
    const because: string[] = []
    for (const { edge, runs } of upstreamRuns(planned, run)) {
      this.#links += runs.length
      if (this.#links > this.#mostLinks) throw tooMany('dependencies between instances', this.#mostLinks)
      for (const each of runs) {
        upstream.push(this.#reference(edge.upstream, each, edge.type))
        if (decides(state, this.#stateOf(edge.upstream, each), edge.fromBranch)) because.push(idOf(edge.upstream, each))
      }
    }
    if (because.length === 0) because.push(...this.#relatives(planned, run, state))
    return { upstream: Object.freeze(upstream), because: Object.freeze([...new Set(because)]) }
  }

  /** What decides by being part of the same workflow: the workflow for its nodes, its nodes for the workflow. */
  *#relatives(planned: PlannedTask, run: TimelineRun, state: InstanceState): Generator<string, void, undefined> {
    if (state !== 'blocked' && state !== 'unknown') return
    const { workflow, nodes } = planned
    for (const relative of workflow === undefined ? nodes : [workflow]) {
      if (decides(state, this.#stateOf(relative, run), false)) yield idOf(relative, run)
    }
  }

  /** One object for each instance and type, however many instances wait for it. */
  #reference(planned: PlannedTask, run: TimelineRun, type: DependencyType): UpstreamInstance {
    const types = this.#references.get(planned) ?? new Map<DependencyType, UpstreamInstance[]>()
    const references = types.get(type) ?? []
    this.#references.set(planned, types.set(type, references))
    const known = references[run.index]
    if (known !== undefined) return known
    const { task, timeline } = planned
    const reference: UpstreamInstance = Object.freeze({
      id: idOf(planned, run),
      type,
      name: task.name,
      workflow: workflowName(task),
      at: run.described.at,
      isInside: timeline.isInside(run),
    })
    references[run.index] = reference
    return reference
  }
}

/** Whether an upstream run is why a run is in its state. */
function decides(state: InstanceState, upstream: InstanceState, fromBranch: boolean): boolean {
  if (state === 'blocked') return isBlocking.has(upstream)
  return state === 'unknown' && (fromBranch || upstream === 'unknown')
}

function idOf({ task }: PlannedTask, { described }: TimelineRun): string {
  return `${task.label}@${described.at}`
}

/** The wait after the schedule time, in seconds; nodes follow the trigger of their workflow. */
function delayOf({ task }: PlannedTask): number {
  const delay = asNumber((task.workflow ?? task).trigger?.value['delaySeconds']) ?? 0
  return Number.isFinite(delay) && delay > 0 ? delay : 0
}
