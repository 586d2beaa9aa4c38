import { type Entity, pointerOf } from '../document/entity.ts'
import type { Finding } from './rule.ts'
import { subjectOf } from './subject-of.ts'

/** A finding about an entity, or about one of its fields, with the node or workflow it belongs to. */
export function findingAt(entity: Entity, field: string, parts: Omit<Finding, 'path' | 'subject'>): Finding {
  const subject = subjectOf(entity)
  const path = field === '' ? pointerOf(entity) : `${pointerOf(entity)}/${field}`
  return subject === undefined ? { ...parts, path } : { ...parts, path, subject }
}
