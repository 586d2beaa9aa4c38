import { compareText } from './compare-text.ts'
import type { DependencyType, UnknownUpstream } from './instance.ts'
import { isTask, type Upstream } from './resolve-upstream.ts'
import type { TaskEdge, TaskEdges } from './task-edges.ts'

/** What one task comes after, while it is collected: each thing once. */
export class EdgeList {
  readonly #edges = new Map<string, TaskEdge>()
  readonly #unknown = new Map<string, UnknownUpstream>()
  dependsOnSelf = false
  dependsOnChildren = false

  add(type: DependencyType, upstream: Upstream): void {
    if (isTask(upstream)) {
      const isArm = type === 'Normal' && upstream.entity.child('branch') !== undefined
      this.#edges.set(`${upstream.label} ${type}`, { type, upstream, isArm })
    } else this.#unknown.set(`${upstream.name} ${type}`, { type, ...upstream })
  }

  get edges(): Iterable<TaskEdge> {
    return this.#edges.values()
  }

  /** All of it, in an order that does not depend on that of the documents. */
  finish(): TaskEdges {
    return { edges: inOrder(this.#edges), unknown: inOrder(this.#unknown), dependsOnSelf: this.dependsOnSelf }
  }
}

function inOrder<Value>(entries: ReadonlyMap<string, Value>): readonly Value[] {
  return [...entries].sort(([left], [right]) => compareText(left, right)).map(([, value]) => value)
}
