import type { EntityName } from './generated/entity-name.ts'
import type { ShallowValidator } from './shallow-validator.ts'

/** A field that holds an entity, or a list of them. */
export interface EntityChild {
  readonly entity: EntityName
  readonly many: boolean
}

/** What is known of one entity of the language. */
export interface EntityShape {
  readonly validate: ShallowValidator
  /** Field names in the order they are written. */
  readonly fields: readonly string[]
  /** The fields that hold entities. */
  readonly children: Readonly<Record<string, EntityChild>>
}
