import { indexSpec } from '../document/index-spec.ts'
import { readText } from '../document/read-text.ts'
import { referable } from '../document/reference.ts'
import type { SpecIndex } from '../document/spec-index.ts'
import type { EntityName } from '../model/generated/entity-name.ts'
import { type CopiedFields, copyRecord } from './copy-entity.ts'

/** One document that a bundle became, before it has a version. */
export interface SplitDocument {
  readonly kind: string
  /** The id of its entity. */
  readonly id: string | undefined
  readonly spec: CopiedFields
}

/** What the parts of a split share. */
export interface SplitContext {
  readonly index: SpecIndex
  /** The body of the bundle, and its JSON Pointer. */
  readonly spec: CopiedFields
  readonly base: string
  readonly kind: string
  readonly documents: SplitDocument[]
  /** The fields of the body that were dealt with. */
  readonly done: Set<string>
  /** What texts referred to. */
  readonly used: ReadonlySet<unknown>
  find(entity: EntityName, id: string): CopiedFields | undefined
  copy(value: CopiedFields, entity: EntityName): CopiedFields
  leave(path: string, reason: string): void
}

type Start = Pick<SplitContext, 'spec' | 'base' | 'leave'>

/** Prepares the split of a bundle: its index, and what can be referred to by id. */
export function splitContext(source: CopiedFields, start: Start): SplitContext {
  const index = indexSpec(source)
  const referred = new Map<string, CopiedFields>()
  for (const { name, value } of index.eachEntity(...referable)) {
    const id = readText(value, 'id')
    if (id !== undefined) referred.set(`${name} ${id}`, value)
  }
  const used = new Set<unknown>()
  const find = (entity: EntityName, id: string): CopiedFields | undefined => {
    const found = referred.get(`${entity} ${id}`)
    used.add(found)
    return found
  }
  const copy = (value: CopiedFields, entity: EntityName): CopiedFields => copyRecord(value, entity, find)
  const kind = readText(source, 'kind') ?? 'CycleWorkflow'
  return { ...start, index, kind, documents: [], done: new Set(), used, find, copy }
}
