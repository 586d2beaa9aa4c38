import type { EntityName } from '../model/generated/entity-name.ts'
import { entityTable } from '../model/generated/entity-table.ts'

/** A field that holds entities, by numbers. */
export interface ChildField {
  readonly field: string
  readonly fieldCode: number
  /** The code of the entities it holds. */
  readonly nameCode: number
  readonly many: boolean
}

function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entityTable, name)
}

/** The names of entities; the code of a name is its place here. */
export const entityNames: readonly EntityName[] = Object.keys(entityTable).filter(isEntityName)

/** The names of fields that hold entities; the code of a field is its place here, and the empty one is the document's. */
export const childFieldNames: readonly string[] = [
  '',
  ...new Set(Object.values(entityTable).flatMap(({ children }) => Object.keys(children))),
]

const fieldCodes: ReadonlyMap<string, number> = new Map(childFieldNames.map((field, code) => [field, code]))

/** The code of a field that holds entities; -1 for another field. */
export function fieldCode(field: string): number {
  return fieldCodes.get(field) ?? -1
}

/** The fields that hold entities, by the code of the entity they belong to. */
export const childFields: readonly (readonly ChildField[])[] = entityNames.map((name) =>
  Object.entries(entityTable[name].children).map(([field, { entity, many }]) => ({
    field,
    fieldCode: fieldCode(field),
    nameCode: entityNames.indexOf(entity),
    many,
  })),
)
