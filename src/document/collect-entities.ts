import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { EntityChild } from '../model/entity-shape.ts'
import type { EntityName } from '../model/generated/entity-name.ts'
import { entityTable } from '../model/generated/entity-table.ts'
import type { ShallowError } from '../model/shallow-validator.ts'
import { type Entity, pointerOf } from './entity.ts'
import { isRecord } from './is-record.ts'

/** Deeper nesting than any workflow has; it also ends documents that contain themselves through ever new objects. */
const deepest = 256
/** More entities than a document of 100,000 nodes has; it ends documents that repeat one object without end. */
const mostEntities = 4_000_000

interface MutableEntity extends Entity {
  readonly children: MutableEntity[]
}

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
  return { name, value, parent, field, position, depth, children: [], faults: shapeFaults(name, value) }
}

function standsInItself(entity: Entity): boolean {
  for (let at = entity.parent; at !== undefined; at = at.parent) if (at.value === entity.value) return true
  return false
}

/** Adds the entities in one field of an entity to its children. */
function addChildren(entity: MutableEntity, field: string, child: EntityChild): void {
  const held = entity.value[field]
  const items: readonly unknown[] = child.many ? (Array.isArray(held) ? held : []) : [held]
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if (isRecord(item)) entity.children.push(createEntity(child.entity, item, entity, field, child.many ? at : -1))
  }
}

/** Adds the children of one entity to its list and to the list of all. */
function expand(entity: MutableEntity, entities: MutableEntity[]): void {
  const { children } = entityTable[entity.name]
  for (const field in children) {
    const child = children[field]
    if (child !== undefined) addChildren(entity, field, child)
  }
  for (const child of entity.children) entities.push(child)
}

/** Every entity of a document, breadth first, each validated on its own; and what stopped the walk. */
export interface CollectedEntities {
  readonly entities: readonly Entity[]
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
  const faults: Diagnostic[] = []
  for (let at = 0; at < entities.length; at++) {
    const entity = entities[at]
    if (entity === undefined) break
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
      expand(entity, entities)
    }
  }
  return { entities, faults }
}
