import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { EntityChild } from '../model/entity-shape.ts'
import type { EntityName } from '../model/generated/entity-name.ts'
import { entityTable } from '../model/generated/entity-table.ts'
import type { ShallowError } from '../model/shallow-validator.ts'
import { addToGroup } from './add-to-group.ts'
import { type Entity, pointerOf } from './entity.ts'
import { isRecord } from './is-record.ts'

/** Deeper nesting than any workflow has; it also ends documents that contain themselves through ever new objects. */
const deepest = 256
/** More entities than a document of 100,000 nodes has; it ends documents that repeat one object without end. */
const mostEntities = 4_000_000

interface MutableEntity extends Entity {
  /** Most entities have none: those share one list, which the first child replaces. */
  children: readonly MutableEntity[]
}

const noChildren: readonly MutableEntity[] = []

const noFaults: readonly ShallowError[] = []

/** What an error of a validator points at, which stands at most two steps below the entity. */
function valueAt(value: Readonly<Record<string, unknown>>, instancePath: string): unknown {
  const [, field, position] = instancePath.split('/')
  if (field === undefined) return value
  const inner = value[field.replaceAll('~1', '/').replaceAll('~0', '~')]
  return position !== undefined && Array.isArray(inner) ? inner[Number(position)] : inner
}

/** The service reads null as absent, and an integer beyond 2^53 is read as a bigint, which a validator does not know. */
function isFault(value: Readonly<Record<string, unknown>>, error: ShallowError): boolean {
  if (error.keyword !== 'type') return true
  const found = valueAt(value, error.instancePath)
  if (found === null) return false
  return !(typeof found === 'bigint' && error.params['type'] === 'integer')
}

function shapeFaults(name: EntityName, value: Readonly<Record<string, unknown>>): readonly ShallowError[] {
  const { validate } = entityTable[name]
  if (validate(value)) return noFaults
  return (validate.errors ?? []).filter((error) => isFault(value, error))
}

function createEntity(
  name: EntityName,
  value: Readonly<Record<string, unknown>>,
  parent: MutableEntity | undefined,
  field: string,
  position: number,
): MutableEntity {
  const depth = parent === undefined ? 0 : parent.depth + 1
  return { name, value, parent, field, position, depth, children: noChildren, faults: shapeFaults(name, value) }
}

function standsInItself(entity: Entity): boolean {
  for (let at = entity.parent; at !== undefined; at = at.parent) if (at.value === entity.value) return true
  return false
}

/** Adds the entities in one field of an entity to a list. */
function addChildren(entity: MutableEntity, field: string, child: EntityChild, children: MutableEntity[]): void {
  const held = entity.value[field]
  if (!child.many) {
    if (isRecord(held)) children.push(createEntity(child.entity, held, entity, field, -1))
  } else if (Array.isArray(held)) {
    for (let at = 0; at < held.length; at++) {
      const item: unknown = held[at]
      if (isRecord(item)) children.push(createEntity(child.entity, item, entity, field, at))
    }
  }
}

/** Finds the children of one entity. */
function expand(entity: MutableEntity): void {
  const { children: fields } = entityTable[entity.name]
  const children: MutableEntity[] = []
  for (const field in fields) {
    const child = fields[field]
    if (child !== undefined && entity.value[field] !== undefined) addChildren(entity, field, child, children)
  }
  if (children.length > 0) entity.children = children
}

/** Every entity of a document, breadth first, each validated on its own; and what stopped the walk. */
export interface CollectedEntities {
  readonly entities: readonly Entity[]
  readonly byName: ReadonlyMap<EntityName, readonly Entity[]>
  /** The entities whose own shape is wrong in some way. */
  readonly faulty: readonly Entity[]
  readonly faults: readonly Diagnostic[]
}

function fault(
  rule: 'document/cyclic' | 'document/too-deep' | 'document/too-large',
  message: string,
  entity: Entity,
): Diagnostic {
  return createDiagnostic({ rule, severity: 'error', message, path: pointerOf(entity) })
}

/** Walks a document, never deeper or longer than it has to, and never by recursion. */
export function collectEntities(document: Readonly<Record<string, unknown>>): CollectedEntities {
  const entities: MutableEntity[] = [createEntity('Document', document, undefined, '', -1)]
  const byName = new Map<EntityName, Entity[]>()
  const faulty: Entity[] = []
  const faults: Diagnostic[] = []
  for (let at = 0; at < entities.length; at++) {
    const entity = entities[at]
    if (entity === undefined) break
    addToGroup(byName, entity.name, entity)
    if (entity.faults.length > 0) faulty.push(entity)
    if (standsInItself(entity)) {
      faults.push(
        fault('document/cyclic', 'The document contains itself here, so it cannot be written as JSON.', entity),
      )
    } else if (entity.depth > deepest) {
      faults.push(fault('document/too-deep', `The document is nested more than ${deepest} entities deep.`, entity))
    } else if (entities.length > mostEntities) {
      faults.push(fault('document/too-large', `The document has more than ${mostEntities} entities.`, entity))
      break
    } else {
      expand(entity)
      for (const child of entity.children) entities.push(child)
    }
  }
  return { entities, byName, faulty, faults }
}
