import type { EntityName } from '../../language/generated/entity-name.ts'
import type { ShallowError } from '../../language/validate.ts'

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

/**
 * The JSON Pointer of an entity, for the `path` of a finding.
 *
 * @example
 * ```ts
 * import { defineRule, pointerOf } from 'flowspec/rules'
 *
 * export const smallFlows = defineRule({
 *   name: 'custom/small-flows',
 *   severity: 'warning',
 *   summary: 'A workflow has at most 200 nodes.',
 *   run(index, report) {
 *     for (const { entity, nodes } of index.flows) {
 *       if (nodes.length > 200) report({ message: `${nodes.length} nodes in one workflow.`, path: pointerOf(entity) })
 *     }
 *   },
 * })
 * ```
 */
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

/**
 * The entities in a list field of another.
 *
 * @param field - the field as the schema spells it, whatever the document says
 *
 * @example
 * ```ts
 * import { childEntities, defineRule, findingAt } from 'flowspec/rules'
 *
 * export const oneOutput = defineRule({
 *   name: 'custom/one-output',
 *   severity: 'info',
 *   summary: 'A node offers one output.',
 *   run(index, report) {
 *     for (const { entity } of index.nodes) {
 *       const outputs = entity.child('outputs')
 *       const count = outputs === undefined ? 0 : childEntities(outputs, 'nodeOutputs').length
 *       if (count > 1) report(findingAt(entity, 'outputs', { message: `This node offers ${count} outputs.` }))
 *     }
 *   },
 * })
 * ```
 */
export function childEntities(entity: Entity, field: string): readonly Entity[] {
  return entity.children.filter((child) => child.field === field)
}

/**
 * Whether the entity's own shape is right, so that its fields are what the schema says; unknown fields do not matter.
 * A rule leaves an entity without its shape alone, so that one fault gives one diagnostic.
 *
 * @example
 * ```ts
 * import { defineRule, findingAt, hasShape } from 'flowspec/rules'
 *
 * export const fewReruns = defineRule({
 *   name: 'custom/few-reruns',
 *   severity: 'warning',
 *   summary: 'A node is rerun at most three times.',
 *   run(index, report) {
 *     for (const entity of index.eachEntity('Node', 'Strategy')) {
 *       const times = hasShape(entity) ? Number(entity.value['rerunTimes'] ?? 0) : 0
 *       if (times > 3) report(findingAt(entity, 'rerunTimes', { message: `${times} reruns are too many.` }))
 *     }
 *   },
 * })
 * ```
 */
export function hasShape(entity: Entity | undefined): entity is Entity {
  return entity?.faults.every((fault) => fault.keyword === 'additionalProperties') ?? false
}

/** The nearest entity of some kinds that an entity stands in, or the entity itself. */
export function closestEntity(entity: Entity | undefined, ...names: readonly EntityName[]): Entity | undefined {
  let at = entity
  while (at !== undefined && !names.includes(at.name)) at = at.parent
  return at
}
