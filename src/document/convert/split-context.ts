import { joinPointer } from '../../diagnostics/json-pointer.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { indexSpec } from '../index/index-spec.ts'
import type { SpecIndex } from '../index/spec-index.ts'
import { isRecord, readText } from '../json/records.ts'
import { referable } from '../references.ts'
import { ExpansionLimit } from './expansion-limit.ts'
import { type CopiedFields, copyRecord } from './resolved-copy.ts'

/** One document that a bundle became, before it has a version. */
interface SplitDocument {
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
  find(entity: EntityName, reference: string): CopiedFields | undefined
  copy(value: CopiedFields, entity: EntityName): CopiedFields
  leave(path: string, reason: string): void
}

type Start = Pick<SplitContext, 'spec' | 'base' | 'leave'>

/** Prepares the split of a bundle: its index, and what texts in it refer to. */
export function splitContext(source: CopiedFields, start: Start): SplitContext {
  const index = indexSpec(source)
  const used = new Set<unknown>()
  const find = (entity: EntityName, reference: string): CopiedFields | undefined => {
    const found = referable.has(entity) ? index.entityById(entity, reference)?.value : undefined
    used.add(found)
    return found
  }
  const limit = new ExpansionLimit()
  const copy = (value: CopiedFields, entity: EntityName): CopiedFields => copyRecord(value, entity, find, limit)
  const kind = readText(source, 'kind') ?? 'CycleWorkflow'
  return { ...start, index, kind, documents: [], done: new Set(), used, find, copy }
}

/** Says which items of a list are no entities: texts, and other values that no reader takes for one. */
export function leaveOthers(list: unknown, path: string, { leave }: Pick<SplitContext, 'leave'>): void {
  if (!Array.isArray(list)) return
  for (const [at, item] of list.entries()) {
    if (!isRecord(item)) leave(joinPointer(path, at), 'It is no object, so nothing can be made of it.')
  }
}
