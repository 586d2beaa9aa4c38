import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { isRecord } from '../../document/json/records.ts'
import { spellings } from '../../document/spellings.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { shallowErrors } from '../../language/validate.ts'

/** An object of a document. */
export type Fields = Readonly<Record<string, unknown>>

/** Whether a value is an entity as the types of the language have it, with all that is in it. */
export function isEntityOf(entity: EntityName, value: unknown): boolean {
  if (!isRecord(value)) return false
  const shape = entityTable[entity]
  if (shallowErrors(shape, value).length > 0) return false
  return Object.entries(shape.children).every(([field, child]) => {
    const held = value[field]
    if (held === undefined) return true
    if (!child.many) return isEntityOf(child.entity, held)
    return Array.isArray(held) && held.every((item) => isEntityOf(child.entity, item))
  })
}

/** Whether a value is one that the types of the language have for a field of an entity, whatever is in it. */
export function isFieldOf(entity: EntityName, field: string, value: unknown): boolean {
  return shallowErrors({ ...entityTable[entity], required: [] }, { [field]: value }).length === 0
}

/** Fields in an object of a list, by the JSON Pointer of the object. */
export type PlacedFields = readonly [place: string, fields: Fields]

/** Fields that the types of the language take, and all others. */
export interface SplitFields {
  readonly fields: Fields
  readonly extra: Fields
  /** Others that stand in lists. */
  readonly placed: readonly PlacedFields[]
}

interface Split {
  readonly fields: Map<string, unknown>
  readonly extra: Map<string, unknown>
  readonly placed: PlacedFields[]
}

/** Parts what is to be laid over an entity into what its types know and what they do not. */
export function splitFields(entity: EntityName, laid: Fields, place = ''): SplitFields {
  const split: Split = { fields: new Map(), extra: new Map(), placed: [] }
  for (const [field, value] of Object.entries(laid)) splitField(entity, field, value, joinPointer(place, field), split)
  return { fields: Object.fromEntries(split.fields), extra: Object.fromEntries(split.extra), placed: split.placed }
}

function splitField(entity: EntityName, field: string, value: unknown, place: string, split: Split): void {
  const others = spellings[entity] ?? {}
  const usual = Object.hasOwn(others, field) ? (others[field] ?? field) : field
  const shape = entityTable[entity].values.get(usual)
  const child = entityTable[entity].children[usual]
  if (shape === undefined) split.extra.set(field, value)
  else if (value === undefined) split.fields.set(field, value)
  else if (child === undefined) {
    split[isFieldOf(entity, usual, value) ? 'fields' : 'extra'].set(field, value)
  } else if (child.many) splitList(child.entity, field, value, place, split)
  else splitChild(child.entity, field, value, place, split)
}

function splitChild(entity: EntityName, field: string, value: unknown, place: string, split: Split): void {
  if (typeof value === 'string') split.fields.set(field, value)
  else if (!isRecord(value)) split.extra.set(field, value)
  else {
    const { fields, extra, placed } = splitFields(entity, value, place)
    const isKnown = Object.keys(fields).length > 0 || Object.keys(value).length === 0
    if (isKnown) split.fields.set(field, fields)
    if (Object.keys(extra).length > 0) split.extra.set(field, extra)
    split.placed.push(...placed)
  }
}

/** The items of a list keep their places, so that what the types do not know of one is laid over it there. */
function splitList(entity: EntityName, field: string, value: unknown, place: string, split: Split): void {
  const isTyped = Array.isArray(value) && value.every((item) => typeof item === 'string' || isRecord(item))
  if (!isTyped) {
    split.extra.set(field, value)
    return
  }
  const items = value.map((item: unknown, at): unknown => {
    if (!isRecord(item)) return item
    const { fields, extra, placed } = splitFields(entity, item, `${place}/${at}`)
    if (Object.keys(extra).length > 0) split.placed.push([`${place}/${at}`, extra])
    split.placed.push(...placed)
    return fields
  })
  split.fields.set(field, items)
}
