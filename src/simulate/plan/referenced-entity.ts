import type { Entity } from '../../document/index/entity.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'

/** The entity in a field of another, or the one that a text in its place refers to. */
export function findReferenced(index: SpecIndex, holder: Entity, field: string, name: EntityName): Entity | undefined {
  const child = holder.child(field)
  if (child !== undefined) return child
  const text = readText(holder.value, field)
  return text === undefined ? undefined : index.entityById(name, text)
}
