import { type ChildField, childFields, entityNames } from '../../document/index/entity-codes.ts'
import { isRecord } from '../../document/json/records.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'

type Fields = Readonly<Record<string, unknown>>
type ChildrenByName = ReadonlyMap<EntityName, readonly ChildField[]>

/** Says which fields of an entity get another value; undefined when none does. */
export type Rewrite = (entity: EntityName, value: Fields) => Fields | undefined

/** An entity where it stands, and its copy as soon as something in it changes. */
interface Place {
  readonly entity: EntityName
  readonly source: Fields
  readonly parent: Place | undefined
  readonly field: string
  /** The place in the parent's list; -1 when the field holds one entity. */
  readonly position: number
  copy: Record<string, unknown> | undefined
}

/** For every entity the fields under which one of certain names may stand, however deep. */
function fieldsLeadingTo(names: ReadonlySet<EntityName>): ChildrenByName {
  const leading = new Set(names)
  const leads = ({ entity }: ChildField): boolean => leading.has(entity)
  for (let size = 0; size < leading.size; ) {
    size = leading.size
    for (const [code, name] of entityNames.entries()) if (childFields[code]?.some(leads)) leading.add(name)
  }
  return new Map(entityNames.map((name, code) => [name, childFields[code]?.filter(leads) ?? []]))
}

/** Adds the entities that stand in some fields of another. */
function addChildren(places: Place[], parent: Place, fields: readonly ChildField[]): void {
  for (const { field, entity, many } of fields) {
    const held = parent.source[field]
    if (many && Array.isArray(held)) {
      for (let position = 0; position < held.length; position++) {
        const source: unknown = held[position]
        if (isRecord(source)) places.push({ entity, source, parent, field, position, copy: undefined })
      }
    } else if (!many && isRecord(held)) {
      places.push({ entity, source: held, parent, field, position: -1, copy: undefined })
    }
  }
}

/** The list in a field of a copy, which is made a copy of its own before something in it changes. */
function ownList(copy: Record<string, unknown>, source: Fields, field: string): unknown[] {
  const held = copy[field]
  if (Array.isArray(held) && held !== source[field]) return held
  const list: unknown[] = Array.isArray(held) ? [...held] : []
  copy[field] = list
  return list
}

/** Puts the copy of an entity into a copy of its parent. */
function attach(copy: Record<string, unknown>, parent: Place, { field, position }: Place): void {
  parent.copy ??= { ...parent.source }
  if (position < 0) parent.copy[field] = copy
  else ownList(parent.copy, parent.source, field)[position] = copy
}

/**
 * Changes fields of an entity and of the entities in it. The entity itself is not changed: what changes, and what holds
 * it, is copied, and everything else is shared with the original.
 *
 * @param entity - what the source is
 * @param source - an entity that does not contain itself
 * @param names - the entities that may change; others are not shown to `rewrite`
 */
export function rewriteEntities(
  entity: EntityName,
  source: Fields,
  names: ReadonlySet<EntityName>,
  rewrite: Rewrite,
): Fields {
  const fieldsOf = fieldsLeadingTo(names)
  const root: Place = { entity, source, parent: undefined, field: '', position: -1, copy: undefined }
  const places = [root]
  for (const place of places) addChildren(places, place, fieldsOf.get(place.entity) ?? [])
  // Children stand after their parents, so that from the end each parent comes when all that it holds is done.
  for (const place of places.reverse()) {
    const changed = names.has(place.entity) ? rewrite(place.entity, place.source) : undefined
    if (changed !== undefined) place.copy = Object.assign(place.copy ?? { ...place.source }, changed)
    if (place.copy !== undefined && place.parent !== undefined) attach(place.copy, place.parent, place)
  }
  return root.copy ?? source
}
