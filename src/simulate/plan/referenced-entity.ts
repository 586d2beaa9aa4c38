import type { Entity } from '../../document/index/entity.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { parseReference } from '../../document/references.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'

type ById = ReadonlyMap<string, Entity>

const known = new WeakMap<SpecIndex, Map<EntityName, ById>>()

/** The entities of a name by id; the last one of each id, as the reference parser has it. */
function byId(index: SpecIndex, name: EntityName): ById {
  const names = known.get(index) ?? new Map<EntityName, ById>()
  known.set(index, names)
  const found = names.get(name)
  if (found !== undefined) return found
  const entities = new Map<string, Entity>()
  for (const entity of index.eachEntity(name)) {
    const id = readText(entity.value, 'id')
    if (id !== undefined) entities.set(id, entity)
  }
  names.set(name, entities)
  return entities
}

/** The entity that a text refers to by its id; undefined when there is none. */
export function entityOf(index: SpecIndex, text: string, name: EntityName): Entity | undefined {
  return byId(index, name).get(parseReference(text) ?? '')
}

/** The entity in a field of another, or the one that a text in its place refers to. */
export function findReferenced(index: SpecIndex, holder: Entity, field: string, name: EntityName): Entity | undefined {
  const child = holder.child(field)
  if (child !== undefined) return child
  const text = readText(holder.value, field)
  return text === undefined ? undefined : entityOf(index, text, name)
}
