import type { EntityName } from './generated/entity-name.ts'
import type { ValueCheck } from './value-check.ts'

/** A field that holds an entity, or a list of them. */
export interface EntityChild {
  readonly entity: EntityName
  readonly many: boolean
}

/** The types of JSON Schema that fields have. */
export type ValueType = 'string' | 'boolean' | 'integer' | 'object' | 'array'

/** What a field holds, and of a list each item; an entity is some object here. */
export interface FieldShape {
  readonly type: ValueType
  /** What else must hold, most often nothing. */
  readonly checks: readonly ValueCheck[]
  readonly many: boolean
}

/** What is known of one entity of the language. */
export interface EntityShape {
  /** Field names in the order they are written. */
  readonly fields: readonly string[]
  /** The fields that hold entities. It has no prototype, for a document may have a field `constructor`. */
  readonly children: Readonly<Record<string, EntityChild>>
  readonly values: ReadonlyMap<string, FieldShape>
  /** The fields that must be there. */
  readonly required: readonly string[]
}
