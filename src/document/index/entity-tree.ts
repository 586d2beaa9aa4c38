import type { EntityName } from '../../language/generated/entity-name.ts'
import type { ShallowError } from '../../language/validate.ts'
import type { Reference } from '../references.ts'
import type { Entity } from './entity.ts'
import { type ChildField, childFieldNames, codeOfName, entityNames, fieldCode } from './entity-codes.ts'

type Value = Readonly<Record<string, unknown>>

const none: readonly number[] = []

/** The numbers kept of each entity, side by side; the code holds those of its name, its field and how that is spelled. */
const width = 4
const columns = { code: 0, parent: 1, position: 2, firstChild: 3 } as const
const codeBits = 10
const codeMask = 0x3ff

/**
 * All entities of a document, breadth first. What is known of them stands in one list of numbers rather than in an
 * object each: a document of 100,000 nodes has a million entities, and most are looked at once.
 */
export class EntityTree {
  readonly faults: Map<number, readonly ShallowError[]> = new Map()
  /** Texts in the place of entities. */
  readonly references: Reference[] = []
  readonly #values: Value[]
  /** Where the entities of a name begin and end: those of one kind stand close together. */
  readonly #firstOf: Int32Array = new Int32Array(entityNames.length).fill(-1)
  readonly #lastOf: Int32Array = new Int32Array(entityNames.length).fill(-1)
  readonly #indexes: Map<EntityName, readonly number[]> = new Map()
  readonly #byId: Map<EntityName, Map<string, number>> = new Map()
  #numbers: Int32Array
  #size = 0

  /** @param expected - about how many entities there will be; room for more is made when it is needed */
  constructor(expected: number) {
    this.#values = new Array(expected)
    this.#numbers = new Int32Array(width * Math.max(expected, 16))
  }

  /** How many entities there are. */
  get size(): number {
    return this.#size
  }

  /** Adds an entity at the end; its parent is an index, or -1 for the document. */
  add(value: Value, parent: number, child: ChildField, position: number): void {
    const start = this.#size * width
    if (start === this.#numbers.length) this.#grow()
    const numbers = this.#numbers
    const { nameCode, fieldCode, spellingCode } = child
    numbers[start] = (spellingCode << (2 * codeBits)) | (fieldCode << codeBits) | nameCode
    numbers[start + columns.parent] = parent
    numbers[start + columns.position] = position
    numbers[start + columns.firstChild] = -1
    if ((this.#firstOf[nameCode] ?? 0) < 0) this.#firstOf[nameCode] = this.#size
    this.#lastOf[nameCode] = this.#size
    this.#values[this.#size++] = value
  }

  /** Says where the children of an entity begin; they stand side by side. */
  setFirstChild(index: number, first: number): void {
    this.#numbers[index * width + columns.firstChild] = first
  }

  value(index: number): Value {
    return this.#values[index] ?? {}
  }

  nameCode(index: number): number {
    return this.#read(index, columns.code) & codeMask
  }

  name(index: number): EntityName {
    return entityNames[this.nameCode(index)] ?? 'Document'
  }

  /** The index of the parent; -1 for the document. */
  parent(index: number): number {
    return this.#read(index, columns.parent)
  }

  /** The field of the parent that holds it; the empty string for the document. */
  field(index: number): string {
    return childFieldNames[this.fieldCode(index)] ?? ''
  }

  /** The field as the document spells it. */
  spelling(index: number): string {
    return childFieldNames[this.#read(index, columns.code) >> (2 * codeBits)] ?? ''
  }

  /** The index in the parent's list; -1 when the field holds one entity. */
  position(index: number): number {
    return this.#read(index, columns.position)
  }

  /** The code of the field of the parent that holds it. */
  fieldCode(index: number): number {
    return (this.#read(index, columns.code) >> codeBits) & codeMask
  }

  /** The first child; -1 when there is none. */
  firstChild(index: number): number {
    return this.#read(index, columns.firstChild)
  }

  /** The entity after one, when it has the same parent; -1 after the last. */
  nextSibling(index: number): number {
    const next = index + 1
    return next < this.#size && this.parent(next) === this.parent(index) ? next : -1
  }

  /** The first child in a field; -1 when there is none. */
  firstIn(index: number, fieldCode: number): number {
    for (let at = this.firstChild(index); at >= 0; at = this.nextSibling(at)) {
      if (this.fieldCode(at) === fieldCode) return at
    }
    return -1
  }

  /** The next child in the same list; -1 after the last. */
  nextIn(index: number): number {
    const next = this.nextSibling(index)
    return next >= 0 && this.fieldCode(next) === this.fieldCode(index) ? next : -1
  }

  /** The indexes of all entities of a name, in the order of the document; to be asked when the tree is complete. */
  indexesOf(name: EntityName): readonly number[] {
    const known = this.#indexes.get(name)
    if (known !== undefined) return known
    const code = codeOfName.get(name) ?? -1
    const first = this.#firstOf[code] ?? -1
    // Most names have none, of which nothing is kept.
    if (first < 0) return none
    const indexes: number[] = []
    const last = this.#lastOf[code] ?? -1
    for (let at = first; at <= last; at++) if (this.nameCode(at) === code) indexes.push(at)
    this.#indexes.set(name, indexes)
    return indexes
  }

  /** The index of the entity of a name with an id; the last of those that share one, as the reference parser has it. */
  indexOfId(name: EntityName, id: string): number | undefined {
    let known = this.#byId.get(name)
    if (known === undefined) {
      known = new Map()
      for (const index of this.indexesOf(name)) {
        const own = this.value(index)['id']
        if (typeof own === 'string') known.set(own, index)
      }
      this.#byId.set(name, known)
    }
    return known.get(id)
  }

  /** The entity at an index. */
  view(index: number): Entity {
    return new EntityView(this, index)
  }

  #read(index: number, column: number): number {
    return this.#numbers[index * width + column] ?? -1
  }

  #grow(): void {
    const numbers = new Int32Array(this.#numbers.length * 2)
    numbers.set(this.#numbers)
    this.#numbers = numbers
  }
}

/** Shared by the entities of all documents. */
const noFaults: readonly ShallowError[] = Object.freeze([])

/** An entity as rules see it; made when somebody asks for one. */
class EntityView implements Entity {
  readonly #tree: EntityTree
  readonly #index: number
  // Rules ask one after the other for the same child.
  #asked: string | undefined
  #found: EntityView | undefined

  constructor(tree: EntityTree, index: number) {
    this.#tree = tree
    this.#index = index
  }

  get name(): EntityName {
    return this.#tree.name(this.#index)
  }

  get value(): Value {
    return this.#tree.value(this.#index)
  }

  get field(): string {
    return this.#tree.field(this.#index)
  }

  get spelling(): string {
    return this.#tree.spelling(this.#index)
  }

  get position(): number {
    return this.#tree.position(this.#index)
  }

  get parent(): Entity | undefined {
    const parent = this.#tree.parent(this.#index)
    return parent < 0 ? undefined : new EntityView(this.#tree, parent)
  }

  get children(): readonly Entity[] {
    const views: Entity[] = []
    const tree = this.#tree
    for (let at = tree.firstChild(this.#index); at >= 0; at = tree.nextSibling(at)) views.push(new EntityView(tree, at))
    return views
  }

  child(field: string): Entity | undefined {
    if (field === this.#asked) return this.#found
    const index = this.#tree.firstIn(this.#index, fieldCode(field))
    this.#asked = field
    this.#found = index < 0 ? undefined : new EntityView(this.#tree, index)
    return this.#found
  }

  get faults(): readonly ShallowError[] {
    return this.#tree.faults.get(this.#index) ?? noFaults
  }
}
