import { spellings } from '../document/spellings.ts'
import type { EntityName } from '../model/generated/entity-name.ts'

/** A field in the spelling that an object has it in; where it is absent, in that of the schema. */
export function spelledField(entity: EntityName, holder: object, field: string): string {
  if (Object.hasOwn(holder, field)) return field
  const others = Object.entries(spellings[entity] ?? {})
  return others.find(([other, canonical]) => canonical === field && Object.hasOwn(holder, other))?.[0] ?? field
}
