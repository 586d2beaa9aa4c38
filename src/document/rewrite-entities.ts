import type { EntityName } from '../language/generated/entity-name.ts'
import { type ChildField, childFields, entityNames } from './index/entity-codes.ts'
import { isRecord, itemsOf } from './json/records.ts'

type Fields = Readonly<Record<string, unknown>>
type ChildrenByName = ReadonlyMap<EntityName, readonly ChildField[]>

/** Which entities change, and how. */
export interface Rewrite {
  /** The entities that may change; others are not shown to `change`. */
  readonly names: ReadonlySet<EntityName>
  /** Whether some field of an entity is not looked into. */
  isClosed?(entity: EntityName, child: ChildField): boolean
  /** The fields of an entity that get another value; undefined when none does. */
  change(entity: EntityName, value: Fields): Fields | undefined
}

/** An entity where it stands, and its copy as soon as something in it changes. */
interface Draft {
  readonly entity: EntityName
  readonly source: Fields
  readonly parent: Draft | undefined
  readonly field: string
  /** The index in the parent's list; -1 when the field holds one entity. */
  readonly position: number
  copy: Record<string, unknown> | undefined
}

/** For every entity the fields under which one that changes may stand, however deep. */
function fieldsLeadingTo({ names, isClosed }: Rewrite): ChildrenByName {
  const open = new Map(
    entityNames.map((name, code) => [
      name,
      childFields[code]?.filter((child) => isClosed?.(name, child) !== true) ?? [],
    ]),
  )
  const leading = new Set(names)
  const leads = ({ entity }: ChildField): boolean => leading.has(entity)
  for (let size = 0; size < leading.size; ) {
    size = leading.size
    for (const [name, fields] of open) if (fields.some(leads)) leading.add(name)
  }
  return new Map([...open].map(([name, fields]) => [name, fields.filter(leads)]))
}

/** Adds the entities that stand in some fields of another. */
function addChildren(drafts: Draft[], parent: Draft, fields: readonly ChildField[]): void {
  for (const { field, entity, many } of fields) {
    const held = parent.source[field]
    if (many && Array.isArray(held)) {
      for (let position = 0; position < held.length; position++) {
        const source: unknown = held[position]
        if (isRecord(source)) drafts.push({ entity, source, parent, field, position, copy: undefined })
      }
    } else if (!many && isRecord(held)) {
      drafts.push({ entity, source: held, parent, field, position: -1, copy: undefined })
    }
  }
}

/** The list in a field of a copy, which is made a copy of its own before something in it changes. */
function ownList(copy: Record<string, unknown>, source: Fields, field: string): unknown[] {
  const held = copy[field]
  if (Array.isArray(held) && held !== source[field]) return held
  const list: unknown[] = [...itemsOf(held)]
  copy[field] = list
  return list
}

/** Puts the copy of an entity into a copy of its parent. */
function attach(copy: Record<string, unknown>, parent: Draft, { field, position }: Draft): void {
  parent.copy ??= { ...parent.source }
  if (position < 0) parent.copy[field] = copy
  else ownList(parent.copy, parent.source, field)[position] = copy
}

/** An entity as a {@link Rewrite} wants it; it must not contain itself. */
export type EntityRewriter = (entity: EntityName, source: Fields) => Fields

/**
 * Makes what changes fields of an entity and of the entities in it. The entity itself is not changed: what changes, and
 * what holds it, is copied, and everything else is shared with the original.
 */
export function entityRewriter(rewrite: Rewrite): EntityRewriter {
  const fieldsOf = fieldsLeadingTo(rewrite)
  return (entity, source) => rewriteEntity(entity, source, rewrite, fieldsOf)
}

function rewriteEntity(entity: EntityName, source: Fields, rewrite: Rewrite, fieldsOf: ChildrenByName): Fields {
  const root: Draft = { entity, source, parent: undefined, field: '', position: -1, copy: undefined }
  const drafts = [root]
  for (const draft of drafts) addChildren(drafts, draft, fieldsOf.get(draft.entity) ?? [])
  // Children stand after their parents, so that from the end each parent comes when all that it holds is done.
  for (const draft of drafts.reverse()) {
    const changed = rewrite.names.has(draft.entity) ? rewrite.change(draft.entity, draft.source) : undefined
    if (changed !== undefined) draft.copy = Object.assign(draft.copy ?? { ...draft.source }, changed)
    if (draft.copy !== undefined && draft.parent !== undefined) attach(draft.copy, draft.parent, draft)
  }
  return root.copy ?? source
}
