import type { EntityName } from '../model/generated/entity-name.ts'
import type { ShallowError } from '../model/shallow-validator.ts'

/**
 * One entity of a document, where it stands. It is a view: two views of one entity are different objects, so compare
 * their values instead.
 */
export interface Entity {
  readonly name: EntityName
  /** The entity as read, unknown fields included. */
  readonly value: Readonly<Record<string, unknown>>
  readonly parent: Entity | undefined
  /** The field of the parent that holds it, as the schema spells it; the empty string for the document. */
  readonly field: string
  /** The field as the document spells it; the empty string where the parent itself is read as this entity. */
  readonly spelling: string
  /** The place in the parent's list; -1 when the field holds one entity. */
  readonly position: number
  readonly children: readonly Entity[]
  /** The entity in a field; of a list, the first. */
  child(field: string): Entity | undefined
  /** What its own shape violates; rules about meaning leave an entity alone that has any. */
  readonly faults: readonly ShallowError[]
}

/** The JSON Pointer of an entity. */
export function pointerOf(entity: Entity): string {
  const segments: string[] = []
  for (let at: Entity | undefined = entity; at?.parent !== undefined; at = at.parent) {
    if (at.spelling !== '') segments.push(at.position < 0 ? at.spelling : `${at.spelling}/${at.position}`)
  }
  return segments.length === 0 ? '' : `/${segments.reverse().join('/')}`
}

/** The entity in a field of another; of a list, the first. */
export function childEntity(entity: Entity, field: string): Entity | undefined {
  return entity.child(field)
}

/** The entities in a list field of another. */
export function childEntities(entity: Entity, field: string): readonly Entity[] {
  return entity.children.filter((child) => child.field === field)
}

/** Whether the entity's own shape is right, so that its fields are what the schema says; unknown fields do not matter. */
export function hasShape(entity: Entity | undefined): entity is Entity {
  return entity?.faults.every((fault) => fault.keyword === 'additionalProperties') ?? false
}
