import { addToGroup } from '../../document/index/first-by-key.ts'
import type { PlannedTask } from '../plan/planned-task.ts'
import type { TimelineRun } from '../plan/timeline.ts'

/** A run, or the end of a workflow's run, as a number. */
type Vertex = number

/** What a vertex is. */
export interface VertexOwner {
  readonly planned: PlannedTask
  readonly run: TimelineRun
  /** Whether it is the end of a workflow's run: what comes after the workflow waits for it. */
  readonly isEnd: boolean
}

/** Dependencies between single runs, to follow from what is waited for to what waits. */
export class RunLinks {
  readonly #bases = new Map<PlannedTask, Vertex>()
  readonly #owners: VertexOwner[] = []
  readonly #next = new Map<Vertex, Vertex[]>()
  #count = 0

  constructor(tasks: Iterable<PlannedTask>) {
    for (const planned of tasks) {
      this.#bases.set(planned, this.#owners.length)
      for (const isEnd of planned.task.kind === 'workflow' ? [false, true] : [false]) {
        for (const run of planned.timeline.runs) this.#owners.push({ planned, run, isEnd })
      }
    }
  }

  /** How many links there are. */
  get count(): number {
    return this.#count
  }

  has(planned: PlannedTask): boolean {
    return this.#bases.has(planned)
  }

  start(planned: PlannedTask, { index }: TimelineRun): Vertex {
    return (this.#bases.get(planned) ?? 0) + index
  }

  /** The vertex that others wait for: the end of a workflow's run, or the run of a node itself. */
  end(planned: PlannedTask, run: TimelineRun): Vertex {
    const isWorkflow = planned.task.kind === 'workflow'
    return this.start(planned, run) + (isWorkflow ? planned.timeline.runs.length : 0)
  }

  add(from: Vertex, to: Vertex): void {
    addToGroup(this.#next, from, to)
    this.#count++
  }

  /** Adds to the marked vertices all that comes after them, but what is immune and what comes after that alone. */
  spread(marked: Set<Vertex>, isImmune: (from: VertexOwner, to: VertexOwner) => boolean): void {
    // What is added while the set is walked over is walked over, too.
    for (const vertex of marked) {
      const from = this.#owners[vertex]
      for (const to of this.#next.get(vertex) ?? []) {
        const owner = this.#owners[to]
        if (from !== undefined && owner !== undefined && !isImmune(from, owner)) marked.add(to)
      }
    }
  }

  /** What waits for itself, through others, and what comes after that: all that is never ready, taken one after the other. */
  neverReached(isReadyAnyway: (owner: VertexOwner) => boolean): readonly Vertex[] {
    const waiting = new Int32Array(this.#owners.length)
    for (const next of this.#next.values()) for (const to of next) waiting[to] = (waiting[to] ?? 0) + 1
    for (const [vertex, owner] of this.#owners.entries()) if (isReadyAnyway(owner)) waiting[vertex] = 0
    const ready: Vertex[] = []
    waiting.forEach((count, vertex) => {
      if (count === 0) ready.push(vertex)
    })
    // What becomes ready while the list is walked over is walked over, too.
    for (const vertex of ready) {
      for (const to of this.#next.get(vertex) ?? []) {
        const left = (waiting[to] ?? 0) - 1
        waiting[to] = left
        if (left === 0) ready.push(to)
      }
    }
    const reached = new Set(ready)
    return [...this.#owners.keys()].filter((vertex) => !reached.has(vertex))
  }
}
