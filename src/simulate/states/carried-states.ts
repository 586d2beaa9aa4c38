import type { PlannedTask } from '../plan/planned-task.ts'
import type { Task } from '../plan/task.ts'
import { lookBackDays, type TimelineRun } from '../plan/timeline.ts'
import type { RunLinks } from './run-links.ts'

/** The vertices that are marked, by what they are. */
export interface Marks {
  readonly blocked: Set<number>
  readonly unknown: Set<number>
}

/** The instants of runs that are marked in one way. */
type MarkedInstants = ReadonlySet<number>

/**
 * What was found in one part of a span, for the part that follows, which looks back at its last days: of each task that is
 * affected, the instants of its runs and of their ends.
 */
export type CarriedStates = ReadonlyMap<Task, readonly MarkedInstants[]>

/** The four ways in which a run of a task may be marked. */
function waysOf({ blocked, unknown }: Marks, planned: PlannedTask, links: RunLinks): readonly Way[] {
  const start = (run: TimelineRun): number => links.start(planned, run)
  const end = (run: TimelineRun): number => links.end(planned, run)
  return [
    { marks: blocked, vertexOf: start },
    { marks: unknown, vertexOf: start },
    { marks: blocked, vertexOf: end },
    { marks: unknown, vertexOf: end },
  ]
}

interface Way {
  readonly marks: Set<number>
  vertexOf(run: TimelineRun): number
}

/** What has to be known of the runs at the end of a part. */
export function carryStates(affected: Iterable<PlannedTask>, links: RunLinks, marks: Marks): CarriedStates {
  const carried = new Map<Task, readonly MarkedInstants[]>()
  for (const planned of affected) {
    const { runs } = planned.timeline
    const firstDay = (runs.at(-1)?.day ?? 0) - lookBackDays - 1
    const late = runs.filter(({ day }) => day >= firstDay)
    const ways = waysOf(marks, planned, links).map(
      (way) => new Set(late.filter((run) => way.marks.has(way.vertexOf(run))).map(({ instant }) => instant)),
    )
    if (ways.some(({ size }) => size > 0)) carried.set(planned.task, ways)
  }
  return carried
}

/** Marks what was found in the part before. */
export function restoreStates(
  carried: CarriedStates | undefined,
  affected: Iterable<PlannedTask>,
  links: RunLinks,
  marks: Marks,
): void {
  if (carried === undefined) return
  for (const planned of affected) {
    const found = carried.get(planned.task)
    if (found === undefined) continue
    for (const [index, { marks: marked, vertexOf }] of waysOf(marks, planned, links).entries()) {
      const instants = found[index]
      for (const run of planned.timeline.runs) if (instants?.has(run.instant) === true) marked.add(vertexOf(run))
    }
  }
}
