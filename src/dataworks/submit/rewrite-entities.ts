import type { Entity } from '../../document/entity.ts'

type Fields = Readonly<Record<string, unknown>>

/** Says which fields of an entity get another value; undefined when none does. */
export type Rewrite = (entity: Entity) => Fields | undefined

/** An entity where it stands, and its copy as soon as something in it changes. */
interface Place {
  readonly entity: Entity
  readonly source: Fields
  readonly parent: Place | undefined
  copy: Record<string, unknown> | undefined
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
function attach(copy: Record<string, unknown>, parent: Place, { spelling, position }: Entity): void {
  parent.copy ??= { ...parent.source }
  if (position < 0) parent.copy[spelling] = copy
  else ownList(parent.copy, parent.source, spelling)[position] = copy
}

/**
 * Changes fields of an entity and of all entities in it. The entity itself is not changed: what changes, and what holds
 * it, is copied, and everything else is shared with the original.
 */
export function rewriteEntities(entity: Entity, rewrite: Rewrite): Fields {
  const root: Place = { entity, source: entity.value, parent: undefined, copy: undefined }
  const places = [root]
  for (const parent of places) {
    for (const child of parent.entity.children) {
      places.push({ entity: child, source: child.value, parent, copy: undefined })
    }
  }
  // Children stand after their parents, so that from the end each parent comes when all that it holds is done.
  for (const place of places.reverse()) {
    const changed = rewrite(place.entity)
    if (changed !== undefined) place.copy = Object.assign(place.copy ?? { ...place.source }, changed)
    if (place.copy !== undefined && place.parent !== undefined) attach(place.copy, place.parent, place.entity)
  }
  return root.copy ?? root.source
}
