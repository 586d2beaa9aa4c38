import type { EntityName } from '../../language/generated/entity-name.ts'
import type { ShallowError } from '../../language/validate.ts'
import type { Reference } from '../references.ts'
import type { Entity } from './entity.ts'
import { type ChildField, childFieldNames, entityNames, fieldCode } from './entity-codes.ts'

type Value = Readonly<Record<string, unknown>>

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
  readonly #places: Map<EntityName, readonly number[]> = new Map()
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

  /** Adds an entity at the end; its parent is a place, or -1 for the document. */
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
  setFirstChild(place: number, first: number): void {
    this.#numbers[place * width + columns.firstChild] = first
  }

  value(place: number): Value {
    return this.#values[place] ?? {}
  }

  nameCode(place: number): number {
    return this.#read(place, columns.code) & codeMask
  }

  name(place: number): EntityName {
    return entityNames[this.nameCode(place)] ?? 'Document'
  }

  /** The place of the parent; -1 for the document. */
  parent(place: number): number {
    return this.#read(place, columns.parent)
  }

  /** The field of the parent that holds it; the empty string for the document. */
  field(place: number): string {
    return childFieldNames[this.fieldCode(place)] ?? ''
  }

  /** The field as the document spells it. */
  spelling(place: number): string {
    return childFieldNames[this.#read(place, columns.code) >> (2 * codeBits)] ?? ''
  }

  /** The place in the parent's list; -1 when the field holds one entity. */
  position(place: number): number {
    return this.#read(place, columns.position)
  }

  /** The code of the field of the parent that holds it. */
  fieldCode(place: number): number {
    return (this.#read(place, columns.code) >> codeBits) & codeMask
  }

  /** The first child; -1 when there is none. */
  firstChild(place: number): number {
    return this.#read(place, columns.firstChild)
  }

  /** The entity after one, when it has the same parent; -1 after the last. */
  nextSibling(place: number): number {
    const next = place + 1
    return next < this.#size && this.parent(next) === this.parent(place) ? next : -1
  }

  /** The first child in a field; -1 when there is none. */
  firstIn(place: number, fieldCode: number): number {
    for (let at = this.firstChild(place); at >= 0; at = this.nextSibling(at)) {
      if (this.fieldCode(at) === fieldCode) return at
    }
    return -1
  }

  /** The next child in the same list; -1 after the last. */
  nextIn(place: number): number {
    const next = this.nextSibling(place)
    return next >= 0 && this.fieldCode(next) === this.fieldCode(place) ? next : -1
  }

  /** The places of all entities of a name, in the order of the document; to be asked when the tree is complete. */
  placesOf(name: EntityName): readonly number[] {
    const known = this.#places.get(name)
    if (known !== undefined) return known
    const code = entityNames.indexOf(name)
    const places: number[] = []
    const last = this.#lastOf[code] ?? -1
    for (let at = Math.max(this.#firstOf[code] ?? 0, 0); at <= last; at++)
      if (this.nameCode(at) === code) places.push(at)
    this.#places.set(name, places)
    return places
  }

  /** The entity at a place. */
  view(place: number): Entity {
    return new EntityView(this, place)
  }

  #read(place: number, column: number): number {
    return this.#numbers[place * width + column] ?? -1
  }

  #grow(): void {
    const numbers = new Int32Array(this.#numbers.length * 2)
    numbers.set(this.#numbers)
    this.#numbers = numbers
  }
}

type EntityValue = Readonly<Record<string, unknown>>

/** What a view reads: the tree it looks into. */
interface ViewedTree {
  readonly faults: ReadonlyMap<number, readonly ShallowError[]>
  value(place: number): EntityValue
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
class EntityView implements Entity {
  readonly #tree: ViewedTree
  readonly #place: number

  constructor(tree: ViewedTree, place: number) {
    this.#tree = tree
    this.#place = place
  }

  get name(): EntityName {
    return this.#tree.name(this.#place)
  }

  get value(): EntityValue {
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
