import type { EntityName } from '../model/generated/entity-name.ts'
import type { Entity } from './entity.ts'

/** A text in the place of an entity, which refers to one that stands elsewhere in the document. */
export interface Reference {
  /** The entity that holds the reference. */
  readonly holder: Entity
  /** Where it stands in the holder, as in a JSON Pointer: `script`, `parameters/0`. */
  readonly field: string
  readonly text: string
  /** What it refers to. */
  readonly entity: EntityName
}

/** What can be referred to: the entities the reference parser looks up by id. */
export const referable: ReadonlySet<EntityName> = new Set([
  'Script',
  'Trigger',
  'RuntimeResource',
  'Datasource',
  'NodeOutput',
  'Table',
  'Variable',
  'FileResource',
  'StoredFile',
  'Function',
] as const)
