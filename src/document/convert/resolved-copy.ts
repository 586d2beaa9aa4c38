import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { isRecord, setField } from '../json/records.ts'
import { spellings } from '../spellings.ts'
import type { ExpansionLimit } from './expansion-limit.ts'

/** The fields of an entity. */
export type CopiedFields = Readonly<Record<string, unknown>>

/** An object or list whose copy is filled later, so that nothing is recursive. */
interface Task {
  readonly source: object
  readonly copy: unknown[] | Record<string, unknown>
  readonly entity: EntityName | undefined
  readonly parent: Task | undefined
  readonly depth: number
  /** The reference in whose place it is written, or what it stands in is. */
  readonly reference: string | undefined
}

/** Finds what a text in the place of an entity refers to. */
export type FindReferred = (entity: EntityName, reference: string) => CopiedFields | undefined

/** Deeper than text that is read may be; what is deeper yet stays what it is. */
const deepest = 1000

/** Whether an object is being copied already: what is referred to may refer back. */
function standsIn(task: Task | undefined, source: object): boolean {
  for (let at = task; at !== undefined; at = at.parent) if (at.source === source) return true
  return false
}

/** Old names of groups of inputs and outputs get the name of today, unless the group of that name is there too. */
function spellingOf(key: string, source: object, entity: EntityName | undefined): string {
  const names = entity === 'Artifacts' ? (spellings.Artifacts ?? {}) : {}
  const name = Object.hasOwn(names, key) ? names[key] : undefined
  return name === undefined || Object.hasOwn(source, name) ? key : name
}

function referredBy(value: unknown, entity: EntityName | undefined, find: FindReferred): CopiedFields | undefined {
  return typeof value === 'string' && entity !== undefined ? find(entity, value) : undefined
}

class Copier {
  readonly tasks: Task[] = []
  readonly #find: FindReferred
  readonly #limit: ExpansionLimit

  constructor(find: FindReferred, limit: ExpansionLimit) {
    this.#find = find
    this.#limit = limit
  }

  /** The copy of a value, to be filled by the task that is added. */
  start(value: unknown, entity: EntityName | undefined, parent: Task | undefined): unknown {
    const depth = parent === undefined ? 0 : parent.depth + 1
    const referred = depth > deepest ? undefined : referredBy(value, entity, this.#find)
    const isWrittenOut = referred !== undefined && !standsIn(parent, referred)
    const source = isWrittenOut ? referred : value
    const reference = parent?.reference ?? (isWrittenOut ? String(value) : undefined)
    if (reference !== undefined) this.#limit.count(source, reference)
    if ((!isRecord(source) && !Array.isArray(source)) || depth > deepest) return source
    const copy = Array.isArray(source) ? [] : {}
    this.tasks.push({ source, copy, entity, parent, depth, reference })
    return copy
  }

  fill(task: Task): void {
    const { source, copy, entity } = task
    if (Array.isArray(copy)) {
      for (const item of Object.values(source)) copy.push(this.start(item, entity, task))
      return
    }
    const children = entity === undefined ? {} : entityTable[entity].children
    for (const [key, value] of Object.entries(source)) {
      const field = spellingOf(key, source, entity)
      const child = Object.hasOwn(children, field) ? children[field]?.entity : undefined
      setField(copy, field, this.start(value, child, task))
    }
  }
}

/** A copy of an entity in the spelling of today, with what its texts refer to in place of the texts. */
export function copyEntity(
  root: unknown,
  name: EntityName | undefined,
  find: FindReferred,
  limit: ExpansionLimit,
): unknown {
  const copier = new Copier(find, limit)
  const copied = copier.start(root, name, undefined)
  for (const task of copier.tasks) copier.fill(task)
  return copied
}

/** The copy of an object. */
export function copyRecord(
  root: CopiedFields,
  name: EntityName,
  find: FindReferred,
  limit: ExpansionLimit,
): CopiedFields {
  const copy = copyEntity(root, name, find, limit)
  return isRecord(copy) ? copy : {}
}
