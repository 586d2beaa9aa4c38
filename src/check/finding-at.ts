import { type Entity, pointerOf } from '../document/entity.ts'
import type { Finding } from './rule.ts'
import { subjectOf } from './subject-of.ts'

/**
 * A finding about an entity, or about one of its fields, with the node or workflow it belongs to: suppressions of that
 * node reach it then.
 *
 * @param entity - what is wrong, as the index has it; of a node that is `entity`
 * @param field - the field that is wrong; the empty string for the entity itself
 * @param parts - the message, and a hint or another severity
 *
 * @example
 * ```ts
 * import { defineRule, findingAt } from 'flowspec/rules'
 *
 * export const ownedNodes = defineRule({
 *   name: 'custom/owned-nodes',
 *   severity: 'error',
 *   summary: 'Every node says who owns it.',
 *   run(index, report) {
 *     for (const { entity, name } of index.nodes) {
 *       if (entity.value['owner'] !== undefined) continue
 *       report(findingAt(entity, '', { message: `Node '${name}' has no owner.`, hint: 'Add .owner(…).' }))
 *     }
 *   },
 * })
 * ```
 */
export function findingAt(entity: Entity, field: string, parts: Omit<Finding, 'path' | 'subject'>): Finding {
  const subject = subjectOf(entity)
  const path = field === '' ? pointerOf(entity) : `${pointerOf(entity)}/${field}`
  return subject === undefined ? { ...parts, path } : { ...parts, path, subject }
}
