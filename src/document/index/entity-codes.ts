import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { spellings } from '../spellings.ts'

/** A field that holds entities, by numbers. */
export interface ChildField {
  /** The field in one of its spellings. */
  readonly field: string
  readonly spellingCode: number
  /** The code of the spelling of the schema. */
  readonly fieldCode: number
  /** The code of the entities it holds. */
  readonly nameCode: number
  readonly entity: EntityName
  readonly many: boolean
}

function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entityTable, name)
}

// @__NO_SIDE_EFFECTS__
function everyName(): readonly EntityName[] {
  return Object.keys(entityTable).filter(isEntityName)
}

/** The names of entities; the code of a name is its index here. */
export const entityNames: readonly EntityName[] = everyName()

/** The codes by the names. */
export const codeOfName: ReadonlyMap<EntityName, number> = /* @__PURE__ */ new Map(
  entityNames.map((name, code) => [name, code]),
)

/** The spelling of the schema for a field of an entity. */
function canonicalField(entity: EntityName, field: string): string {
  return spellings[entity]?.[field] ?? field
}

/** The fields of an entity that hold entities, each with its other spellings beside it. */
function spelledFields(entity: EntityName): readonly string[] {
  const others = Object.entries(spellings[entity] ?? {})
  return Object.keys(entityTable[entity].children).flatMap((field) => [
    field,
    ...others.filter(([, canonical]) => canonical === field).map(([other]) => other),
  ])
}

/** The kinds of storage whose files the reference parser reads from the body. */
const storages: readonly string[] = ['oss', 'hdfs']

/** Where files of a kind of storage stand in the body: one level deeper than other entities. */
function filesField(storage: string): string {
  return `files/${storage}`
}

// @__NO_SIDE_EFFECTS__
function everySpelling(): readonly string[] {
  return ['', ...new Set([...entityNames.flatMap(spelledFields), ...storages.map(filesField)])]
}

/** The spellings of fields that hold entities; the code of one is its index here, and the empty one is the document's. */
export const childFieldNames: readonly string[] = everySpelling()

// @__NO_SIDE_EFFECTS__
function everyCode(): ReadonlyMap<string, number> {
  return new Map(childFieldNames.map((field, code) => [field, code]))
}

const fieldCodes: ReadonlyMap<string, number> = everyCode()

/** The code of a field that holds entities; -1 for another field. */
// @__NO_SIDE_EFFECTS__
export function fieldCode(field: string): number {
  return fieldCodes.get(field) ?? -1
}

function childField(entity: EntityName, field: string): readonly ChildField[] {
  const canonical = canonicalField(entity, field)
  const child = entityTable[entity].children[canonical]
  if (child === undefined) return []
  const nameCode = entityNames.indexOf(child.entity)
  const codes = { spellingCode: fieldCode(field), fieldCode: fieldCode(canonical), nameCode }
  return [{ field, ...codes, entity: child.entity, many: child.many }]
}

// @__NO_SIDE_EFFECTS__
function everyChildField(): readonly (readonly ChildField[])[] {
  return entityNames.map((name) => spelledFields(name).flatMap((field) => childField(name, field)))
}

/** The fields that hold entities, by the code of the entity they belong to. */
export const childFields: readonly (readonly ChildField[])[] = everyChildField()

/** A field that holds entities, and where it stands among those of its entity. */
interface RankedField extends ChildField {
  readonly rank: number
}

// @__NO_SIDE_EFFECTS__
function everyRankedField(): readonly ReadonlyMap<string, RankedField>[] {
  return childFields.map((fields) => new Map(fields.map((child, rank) => [child.field, { ...child, rank }])))
}

/** These fields by their names, by the code of the entity they belong to. */
const rankedFields: readonly ReadonlyMap<string, RankedField>[] = everyRankedField()

const noFields: readonly ChildField[] = []

/**
 * The fields of an entity that hold entities and are there, in the order of the schema, whichever order the document has.
 * An entity has few of the fields it might have, so that those it has are gone through.
 */
export function heldFields(nameCode: number, value: Readonly<Record<string, unknown>>): readonly ChildField[] {
  const fields = rankedFields[nameCode]
  if (fields === undefined || fields.size === 0) return noFields
  const found: RankedField[] = []
  let last = -1
  let isInOrder = true
  for (const field in value) {
    const child = fields.get(field)
    if (child === undefined) continue
    if (child.rank < last) isInOrder = false
    last = child.rank
    found.push(child)
  }
  return isInOrder ? found : found.sort((left, right) => left.rank - right.rank)
}

/** What stands in the document as an entity by itself, and not in a field that the schema names. */
export function childOf(entity: EntityName, field: string): ChildField {
  const nameCode = entityNames.indexOf(entity)
  return { field, spellingCode: 0, fieldCode: fieldCode(field), nameCode, entity, many: false }
}

/** The lists of files that stand in the body by the kind of their storage, for others to refer to by id. */
export interface StoredFiles {
  readonly storage: string
  readonly child: ChildField
}

// @__NO_SIDE_EFFECTS__
function everyStoredFiles(): readonly StoredFiles[] {
  return storages.map((storage) => {
    const field = filesField(storage)
    return { storage, child: { ...childOf('StoredFile', field), spellingCode: fieldCode(field), many: true } }
  })
}

export const storedFiles: readonly StoredFiles[] = everyStoredFiles()
