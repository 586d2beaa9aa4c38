import type { EntityName } from '../model/generated/entity-name.ts'
import { entityTable } from '../model/generated/entity-table.ts'

/** The fields of an entity in the order of the schema, unknown ones last, whatever the order they were given in. */
export function orderFields<Fields extends object>(entity: EntityName, fields: Fields): Fields {
  const order = entityTable[entity].fields
  const place = (field: string): number => {
    const at = order.indexOf(field)
    return at < 0 ? order.length : at
  }
  const sorted = Object.entries(fields).sort(([left], [right]) => place(left) - place(right))
  // The same keys and values, so the same type.
  return Object.fromEntries(sorted) as Fields
}
