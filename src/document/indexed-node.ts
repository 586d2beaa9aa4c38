import type { Entity } from './entity.ts'
import type { IndexedFlow } from './indexed-flow.ts'
import { readText } from './read-text.ts'
import type { NodeEntry } from './spec-index.ts'

/** A node. What its entity says is read when somebody asks: documents have many nodes, and rules look at few fields. */
export class IndexedNode implements NodeEntry {
  readonly #at: number
  readonly place: number
  /** Set again for the body of a loop that stands beside the loop. */
  flow: IndexedFlow

  constructor(at: number, place: number, flow: IndexedFlow) {
    this.#at = at
    this.place = place
    this.flow = flow
  }

  get id(): string | undefined {
    return readText(this.flow.tree.value(this.#at), 'id')
  }

  get name(): string | undefined {
    return readText(this.flow.tree.value(this.#at), 'name')
  }

  get key(): string {
    return this.id ?? this.name ?? ''
  }

  get entity(): Entity {
    return this.flow.tree.view(this.#at)
  }
}
