import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord } from '../../document/json/records.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'

/** An entity as read: its fields may hold anything. */
export type RawEntity = Readonly<Record<string, unknown>>

/** A document as read, frozen, which builders keep what they do not change of. */
export class SpecSource {
  readonly document: RawEntity
  /** What holds the nodes and workflows: `spec`, or in version 1.0.0 the document itself. */
  readonly body: RawEntity
  /** JSON Pointer of the body. */
  readonly pointer: string
  #index: SpecIndex | undefined

  constructor(document: RawEntity) {
    this.document = document
    const spec = document['spec']
    this.body = isRecord(spec) ? spec : document
    this.pointer = isRecord(spec) ? '/spec' : ''
  }

  /** The entity in a field, or a copy of the one that a reference there stands for, without the id it is referred by. */
  resolve(name: EntityName, held: unknown): RawEntity | undefined {
    if (isRecord(held)) return held
    if (typeof held !== 'string') return undefined
    this.#index ??= indexSpec(this.document)
    const found = this.#index.entityById(name, held)
    if (found === undefined) return undefined
    const { id: _, ...rest } = found.value
    return rest
  }
}
