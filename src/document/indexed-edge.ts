import { edgeType } from './edge-type.ts'
import type { Entity } from './entity.ts'
import type { IndexedFlow } from './indexed-flow.ts'
import type { EdgeEntry, NodeEntry } from './spec-index.ts'

/** A dependency. What its entity says is read when somebody asks. */
export class IndexedEdge implements EdgeEntry {
  readonly #at: number
  readonly flow: IndexedFlow
  readonly node: NodeEntry | undefined
  readonly upstream: NodeEntry | undefined

  constructor(at: number, flow: IndexedFlow, node: NodeEntry | undefined, upstream: NodeEntry | undefined) {
    this.#at = at
    this.flow = flow
    this.node = node
    this.upstream = upstream
  }

  get type(): string {
    return edgeType(this.flow.tree.value(this.#at))
  }

  get entity(): Entity {
    return this.flow.tree.view(this.#at)
  }
}
