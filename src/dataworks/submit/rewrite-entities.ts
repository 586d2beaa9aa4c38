import { isRecord } from '../../document/is-record.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { EntityName } from '../../model/generated/entity-name.ts'
import { entityTable } from '../../model/generated/entity-table.ts'

type Fields = Readonly<Record<string, unknown>>

/** Says which fields of an entity get another value; it is given the entity as it stands in the document. */
export type Rewrite = (entity: EntityName, value: Fields) => Fields

interface Task {
  readonly entity: EntityName
  readonly source: Fields
  readonly target: Record<string, unknown>
}

/** Copies a document, entity by entity, with some fields changed. What is no entity is shared with the original. */
export function rewriteEntities(document: Fields, rewrite: Rewrite): ReadDocument {
  const result: Record<string, unknown> = {}
  const tasks: Task[] = [{ entity: 'Document', source: document, target: result }]
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { entity, source, target } = task
    Object.assign(target, source, rewrite(entity, source))
    const { children } = entityTable[entity]
    for (const [field, child] of Object.entries(children)) {
      const copy = (item: unknown): unknown => {
        if (!isRecord(item)) return item
        const next: Record<string, unknown> = {}
        tasks.push({ entity: child.entity, source: item, target: next })
        return next
      }
      const held = source[field]
      if (isRecord(held)) target[field] = copy(held)
      else if (child.many && Array.isArray(held)) target[field] = held.map(copy)
    }
  }
  return result
}
