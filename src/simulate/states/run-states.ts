import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { InstanceState } from '../instance.ts'
import { type PlannedTask, upstreamRuns } from '../plan/planned-task.ts'
import type { TimelineRun } from '../plan/timeline.ts'
import { tooMany } from '../simulate-options.ts'
import { affectedTasks } from './affected-tasks.ts'
import { type CarriedStates, carryStates, restoreStates } from './carried-states.ts'
import { entangledTasks } from './entangled-tasks.ts'
import { RunLinks, type VertexOwner } from './run-links.ts'

/** What pauses and branches do to a run of a task. */
export type StateOf = (planned: PlannedTask, run: TimelineRun) => InstanceState

/** The states of the runs of a part of a span. */
export interface SpreadStates {
  readonly stateOf: StateOf
  /** One for each group of tasks that wait for one another. */
  readonly notes: readonly Diagnostic[]
  /** What the part that follows has to know of the runs that are still looked back at. */
  carry(): CarriedStates
}

/**
 * Works out what pauses, branches and cycles do to all that comes after them, also of the days just before the span. Only
 * tasks that come after one are looked at; every run is marked at most once for each of the two.
 *
 * @param mostLinks - how many dependencies between runs may be looked at
 * @param carried - what was found in the part of the span before
 */
export function spreadStates(tasks: readonly PlannedTask[], mostLinks: number, carried?: CarriedStates): SpreadStates {
  const { tasks: entangled, notes } = entangledTasks(tasks)
  const affected = affectedTasks(tasks, entangled)
  const links = new RunLinks(affected)
  const blocked = new Set<number>()
  const unknown = new Set<number>()
  for (const planned of affected) {
    const { workflow } = planned
    for (const run of planned.timeline.runs) {
      linkRun(planned, run, links, unknown)
      if (workflow !== undefined) linkToWorkflow(planned, workflow, run, links)
      if (planned.task.recurrence === 'Pause') blocked.add(links.start(planned, run))
      if (links.count > mostLinks) throw tooMany('dependencies between instances', mostLinks)
    }
  }
  if (entangled.size > 0) for (const vertex of links.neverReached(succeedsAnyway)) blocked.add(vertex)
  restoreStates(carried, affected, links, { blocked, unknown })
  links.spread(blocked, (_, to) => succeedsAnyway(to))
  links.spread(unknown, (from, to) => {
    // A node whose branch is not taken does not keep its workflow from succeeding.
    const isEndOfWorkflow = to.isEnd && from.planned !== to.planned
    return isEndOfWorkflow || to.planned.task.ignoresBranches || succeedsAnyway(to)
  })
  const stateOf: StateOf = (planned, run) => {
    const own = ownState(planned, run)
    if (own !== 'runs' || !affected.has(planned)) return own
    const vertices = [links.start(planned, run), links.end(planned, run)]
    if (vertices.some((vertex) => blocked.has(vertex))) return 'blocked'
    return vertices.some((vertex) => unknown.has(vertex)) ? 'unknown' : 'runs'
  }
  return { stateOf, notes, carry: () => carryStates(affected, links, { blocked, unknown }) }
}

/** The state that a run has whatever it comes after. */
function ownState({ task }: PlannedTask, { dryRunReason }: TimelineRun): InstanceState {
  if (task.recurrence === 'Pause') return 'paused'
  if (task.recurrence === 'Skip') return 'skipped'
  return dryRunReason === undefined ? 'runs' : 'dry-run'
}

function succeedsAnyway({ planned, run, isEnd }: VertexOwner): boolean {
  return !isEnd && ownState(planned, run) !== 'runs'
}

/** Links a run to what it waits for; one behind a branch is marked as unknown. */
function linkRun(planned: PlannedTask, run: TimelineRun, links: RunLinks, unknown: Set<number>): void {
  const start = links.start(planned, run)
  const { task } = planned
  if (task.kind === 'workflow') links.add(start, links.end(planned, run))
  const isOpen = !task.ignoresBranches && ownState(planned, run) === 'runs'
  for (const { edge, runs } of upstreamRuns(planned, run)) {
    if (edge.fromBranch && isOpen) unknown.add(start)
    if (!links.has(edge.upstream)) continue
    for (const each of runs) links.add(links.end(edge.upstream, each), start)
  }
}

/** The nodes of a workflow start after it did, and it ends after they did. They share its schedule. */
function linkToWorkflow(node: PlannedTask, workflow: PlannedTask, run: TimelineRun, links: RunLinks): void {
  links.add(links.start(workflow, run), links.start(node, run))
  links.add(links.start(node, run), links.end(workflow, run))
}
