import { isExact } from '../../diagnostics/exact-number.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { isRecord, setField } from './records.ts'

/** Deeper than text that is read may be; what is deeper yet keeps the order it has. */
const deepest = 1000

/** An object or list whose copy is being made, and what holds it. */
interface Holder {
  readonly source: object
  /** The entity that an object is, or that a list holds; undefined where the language fixes no fields. */
  readonly entity: EntityName | undefined
  readonly parent: Holder | undefined
  readonly depth: number
}

/** One object or list whose copy is filled later, so that nothing is recursive. */
type Task =
  | { readonly holder: Holder; readonly list: readonly unknown[]; readonly copy: unknown[] }
  | { readonly holder: Holder; readonly fields: Fields; readonly copy: Record<string, unknown> }

type Fields = Readonly<Record<string, unknown>>

/** What JSON makes of a value with a method of its own for that, such as a date. */
function asJson(value: unknown, key: string): unknown {
  const own = isRecord(value) ? value['toJSON'] : undefined
  return typeof own === 'function' ? Reflect.apply(own, value, [key]) : value
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The keys of an entity in the order of the schema, then the others, sorted: their order means nothing. */
function keysOf(source: Fields, entity: EntityName | undefined): readonly string[] {
  const keys = Object.keys(source)
  if (entity === undefined) return keys.sort()
  const { fields } = entityTable[entity]
  const known = fields.filter((field) => Object.hasOwn(source, field))
  if (known.length === keys.length) return known
  return [...known, ...keys.filter((key) => !fields.includes(key)).sort()]
}

function holderBelow(parent: Holder | undefined, source: object, entity: EntityName | undefined): Holder {
  for (let at = parent; at !== undefined; at = at.parent) {
    if (at.source === source) throw new TypeError('The document contains itself, so it cannot be written as JSON.')
  }
  return { source, entity, parent, depth: parent === undefined ? 0 : parent.depth + 1 }
}

/** The copy of a value, to be filled by the task that is added. */
function startCopy(
  source: unknown,
  entity: EntityName | undefined,
  parent: Holder | undefined,
  tasks: Task[],
): unknown {
  if (typeof source !== 'object' || source === null || (parent?.depth ?? 0) >= deepest) return source
  if (Array.isArray(source)) {
    const copy: unknown[] = []
    tasks.push({ holder: holderBelow(parent, source, entity), list: source, copy })
    return copy
  }
  if (!isRecord(source) || (entity === undefined && !isPlain(source))) return source
  const copy: Record<string, unknown> = {}
  tasks.push({ holder: holderBelow(parent, source, entity), fields: source, copy })
  return copy
}

function fill(task: Task, tasks: Task[]): void {
  const { entity } = task.holder
  if ('list' in task) {
    for (const [at, item] of task.list.entries()) {
      task.copy.push(startCopy(asJson(item, String(at)), entity, task.holder, tasks))
    }
    return
  }
  const children = entity === undefined ? undefined : entityTable[entity].children
  for (const key of keysOf(task.fields, entity)) {
    const child = children !== undefined && Object.hasOwn(children, key) ? children[key]?.entity : undefined
    setField(task.copy, key, startCopy(asJson(task.fields[key], key), child, task.holder, tasks))
  }
}

/**
 * A copy of a document with its keys in a fixed order: those of entities as the schema has them, all others sorted.
 *
 * @throws TypeError when the document contains itself
 */
export function inKeyOrder(document: unknown): unknown {
  const tasks: Task[] = []
  const copy = startCopy(asJson(document, ''), 'Document', undefined, tasks)
  for (const task of tasks) fill(task, tasks)
  return copy
}

/** Deeper than documents are in practice; it bounds the recursion, and what contains itself is deeper than any bound. */
const deepestInOrder = 64

/**
 * The order of the keys of an entity. Most entities of a name have the same keys, so that those of the last one which were
 * in order are looked at first.
 */
class KeyOrder {
  readonly #ranks: ReadonlyMap<string, number>
  readonly #children: (typeof entityTable)[EntityName]['children'] | undefined
  #last: readonly string[] = []
  /** What stands in the fields of the last one. */
  #below: readonly KeyOrder[] = []

  constructor(entity: EntityName | undefined) {
    this.#ranks = new Map(entity === undefined ? [] : entityTable[entity].fields.map((field, rank) => [field, rank]))
    this.#children = entity === undefined ? undefined : entityTable[entity].children
  }

  /** The order of what stands in each of some keys, if these come in the order they should. */
  below(keys: readonly string[]): readonly KeyOrder[] | undefined {
    if (this.#isLast(keys)) return this.#below
    if (!this.#areInOrder(keys)) return undefined
    const below = keys.map((key) => keyOrder(this.#children?.[key]?.entity))
    // What a document alone calls its fields is not kept: it may be long.
    if (keys.every((key) => this.#ranks.has(key))) {
      this.#last = keys
      this.#below = below
    }
    return below
  }

  #isLast(keys: readonly string[]): boolean {
    const last = this.#last
    if (keys.length !== last.length) return false
    for (let at = 0; at < keys.length; at++) if (keys[at] !== last[at]) return false
    return true
  }

  /** Whether keys come in the order of the schema, and after them those that it does not know, sorted. */
  #areInOrder(keys: readonly string[]): boolean {
    let last = -1
    let lastUnknown: string | undefined
    for (const key of keys) {
      const rank = this.#ranks.get(key)
      if (rank === undefined) {
        // What says itself how it is written has no order of its own; no entity has such a field.
        if (key === 'toJSON') return false
        if (lastUnknown !== undefined && key < lastUnknown) return false
        lastUnknown = key
      } else {
        if (rank < last || lastUnknown !== undefined) return false
        last = rank
      }
    }
    return true
  }
}

const keyOrders = new Map<EntityName | undefined, KeyOrder>()

/** The order of the keys of an entity; of other objects, for which the language fixes none, that of the alphabet. */
function keyOrder(entity: EntityName | undefined): KeyOrder {
  const known = keyOrders.get(entity)
  if (known !== undefined) return known
  const order = new KeyOrder(entity)
  keyOrders.set(entity, order)
  return order
}

function isItemInOrder(value: unknown, order: KeyOrder, depth: number): boolean {
  if (typeof value !== 'object' || value === null || isExact(value)) return true
  if (depth > deepestInOrder) return false
  if (Array.isArray(value)) return !('toJSON' in value) && areItemsInOrder(value, order, depth + 1)
  if (!isRecord(value) || !isPlain(value)) return false
  const keys = Object.keys(value)
  const below = order.below(keys)
  if (below === undefined) return false
  for (let at = 0; at < keys.length; at++) {
    const held = value[keys[at] ?? '']
    if (typeof held === 'object' && !isItemInOrder(held, below[at] ?? keyOrder(undefined), depth + 1)) return false
  }
  return true
}

function areItemsInOrder(items: readonly unknown[], order: KeyOrder, depth: number): boolean {
  for (const item of items) if (!isItemInOrder(item, order, depth)) return false
  return true
}

/**
 * Whether a document needs no copy to be written in order, as most do: builders put the fields where they belong. False
 * also where only the copy would tell.
 */
export function isInKeyOrder(document: unknown): boolean {
  return isItemInOrder(document, keyOrder('Document'), 0)
}
