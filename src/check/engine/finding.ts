import type { Subject } from '../../diagnostics/diagnostic.ts'
import { type Entity, pointerOf } from '../../document/index/entity.ts'
import type { EdgeEntry } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { spelledField } from '../../document/spellings.ts'
import { entityKinds, everyEntityKind } from '../../language/entity-kinds.ts'
import type { Finding } from './rule.ts'

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
  const subject = enclosingSubject(entity)
  const path = field === '' ? pointerOf(entity) : `${pointerOf(entity)}/${inSpelling(entity, field)}`
  return subject === undefined ? { ...parts, path } : { ...parts, path, subject }
}

/** A field, and what is below it, as the document spells it. */
function inSpelling({ name, value }: Entity, field: string): string {
  const end = field.indexOf('/')
  const first = end < 0 ? field : field.slice(0, end)
  return `${spelledField(name, value, first)}${field.slice(first.length)}`
}

/**
 * A finding about a dependency, which belongs to the node or workflow that has it; {@link findingAt} knows only what it
 * stands in.
 */
export function edgeFinding(
  { entity, node, workflow }: Dependent,
  field: string,
  parts: Omit<Finding, 'path' | 'subject'>,
): Finding {
  const finding = findingAt(entity, field, parts)
  if (node !== undefined) return { ...finding, subject: { kind: 'node', name: node.name ?? node.key } }
  const subject = workflow === undefined ? undefined : enclosingSubject(workflow.entity)
  return subject === undefined ? finding : { ...finding, subject }
}

/** What has a dependency, and where that stands. */
export type Dependent = Pick<EdgeEntry, 'entity' | 'node'> & { readonly workflow?: EdgeEntry['workflow'] }

/** What messages call what has a dependency. */
export function dependentName({ entity, node, workflow }: Dependent): string {
  const name = node?.name ?? node?.key ?? readText(workflow?.entity.value, 'name')
  return name ?? readText(entity.parent?.value, 'nodeId') ?? ''
}

/** What diagnostics call an entity that is a thing of its own; many are so in the body of a document alone. */
function kindOf({ name, parent }: Entity): string | undefined {
  if (name === 'Node' || name === 'Workflow') return name.toLowerCase()
  if (parent?.name !== 'Spec') return undefined
  const kind = everyEntityKind().find((one) => entityKinds[one].entity === name)
  return kind && entityKinds[kind].word
}

/** The node, workflow, or other thing of its own that an entity belongs to, or is; undefined outside of them. */
export function enclosingSubject(entity: Entity): Subject | undefined {
  for (let at: Entity | undefined = entity; at !== undefined; at = at.parent) {
    const kind = kindOf(at)
    if (kind === undefined) continue
    const name = readText(at.value, 'name')
    const id = readText(at.value, 'id')
    return { kind, ...(name === undefined ? {} : { name }), ...(id === undefined ? {} : { id }) }
  }
  return undefined
}
