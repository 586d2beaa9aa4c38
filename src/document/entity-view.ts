import type { EntityName } from '../model/generated/entity-name.ts'
import type { ShallowError } from '../model/shallow-error.ts'
import type { Entity } from './entity.ts'
import { fieldCode } from './entity-codes.ts'

type Value = Readonly<Record<string, unknown>>

/** What a view reads: the tree it looks into. */
export interface ViewedTree {
  readonly faults: ReadonlyMap<number, readonly ShallowError[]>
  value(place: number): Value
  name(place: number): EntityName
  parent(place: number): number
  field(place: number): string
  spelling(place: number): string
  position(place: number): number
  firstChild(place: number): number
  nextSibling(place: number): number
  firstIn(place: number, fieldCode: number): number
}

const noFaults: readonly ShallowError[] = []

/** An entity as rules see it; made when somebody asks for one. */
export class EntityView implements Entity {
  readonly #tree: ViewedTree
  readonly #place: number

  constructor(tree: ViewedTree, place: number) {
    this.#tree = tree
    this.#place = place
  }

  get name(): EntityName {
    return this.#tree.name(this.#place)
  }

  get value(): Value {
    return this.#tree.value(this.#place)
  }

  get field(): string {
    return this.#tree.field(this.#place)
  }

  get spelling(): string {
    return this.#tree.spelling(this.#place)
  }

  get position(): number {
    return this.#tree.position(this.#place)
  }

  get parent(): Entity | undefined {
    const parent = this.#tree.parent(this.#place)
    return parent < 0 ? undefined : new EntityView(this.#tree, parent)
  }

  get children(): readonly Entity[] {
    const views: Entity[] = []
    const tree = this.#tree
    for (let at = tree.firstChild(this.#place); at >= 0; at = tree.nextSibling(at)) views.push(new EntityView(tree, at))
    return views
  }

  child(field: string): Entity | undefined {
    const place = this.#tree.firstIn(this.#place, fieldCode(field))
    return place < 0 ? undefined : new EntityView(this.#tree, place)
  }

  get faults(): readonly ShallowError[] {
    return this.#tree.faults.get(this.#place) ?? noFaults
  }
}
