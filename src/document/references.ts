import type { EntityName } from '../language/generated/entity-name.ts'
import type { Entity } from './index/entity.ts'

/**
 * The id that a reference names: `{{id}}`, `{{group.id}}`, or an id alone. The group is not looked at, for the place of
 * a reference says what it refers to. Undefined for braces that hold something else: more than two parts, or nothing.
 */
export function parseReference(text: string): string | undefined {
  if (!(text.startsWith('{{') && text.endsWith('}}'))) return text
  const parts = text.slice(2, -2).split('.')
  const id = parts.at(-1)
  return parts.length > 2 || id === undefined || id === '' ? undefined : id
}

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
