import type { Entity } from './entity.ts'
import type { EntityTree } from './entity-tree.ts'
import { readText } from './read-text.ts'
import type { NodeEntry, OutputEntry } from './spec-index.ts'

/** An output; its entity is made when somebody asks for it. */
export class IndexedOutput implements OutputEntry {
  readonly #tree: EntityTree
  readonly #at: number
  readonly node: NodeEntry | undefined

  constructor(tree: EntityTree, at: number, node: NodeEntry | undefined) {
    this.#tree = tree
    this.#at = at
    this.node = node
  }

  get data(): string {
    return readText(this.#tree.value(this.#at), 'data') ?? ''
  }

  get entity(): Entity {
    return this.#tree.view(this.#at)
  }

  get owner(): Entity {
    return this.#tree.view(this.#tree.parent(this.#tree.parent(this.#at)))
  }
}
