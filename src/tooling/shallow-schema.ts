import type { SchemaPart } from './read-language.ts'
import { childOf } from './read-language.ts'

/** A field of an entity, with child entities replaced by "some object": they are validated on their own. */
function shallowField(part: SchemaPart): object {
  const { description: _, ...rest } = part
  const child = childOf(part)
  if (child === undefined) return rest
  return child.many ? { type: 'array', items: { type: 'object' } } : { type: 'object' }
}

/**
 * The schema of one entity without its children, and without a word on unknown fields: those are found by the list of
 * fields, which the index has anyway, while compiled code would name every field twice more.
 */
export function shallowSchema(entity: SchemaPart): object {
  const fields = Object.entries(entity.properties ?? {}).map(([name, part]) => [name, shallowField(part)])
  const { description: _, additionalProperties: __, ...rest } = entity
  return { ...rest, properties: Object.fromEntries(fields) }
}
