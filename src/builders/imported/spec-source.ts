import { indexSpec } from '../../document/index/index-spec.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { parseReference } from '../../document/references.ts'
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
  readonly #byId: Map<EntityName, ReadonlyMap<string, RawEntity>> = new Map()

  constructor(document: RawEntity) {
    this.document = document
    const spec = document['spec']
    this.body = isRecord(spec) ? spec : document
    this.pointer = isRecord(spec) ? '/spec' : ''
  }

  /** The entity in a field, or a copy of the one that a reference there stands for, without the id it is referred by. */
  resolve(name: EntityName, held: unknown): RawEntity | undefined {
    if (isRecord(held)) return held
    const id = typeof held === 'string' ? parseReference(held) : undefined
    const found = id === undefined ? undefined : this.#entities(name).get(id)
    if (found === undefined) return undefined
    const { id: _, ...rest } = found
    return rest
  }

  /** As the reference parser has it, the last of those that share an id counts. */
  #entities(name: EntityName): ReadonlyMap<string, RawEntity> {
    let known = this.#byId.get(name)
    if (known === undefined) {
      const entities = indexSpec(this.document).entitiesOf(name)
      known = new Map(entities.map(({ value }) => [readText(value, 'id') ?? '', value]))
      this.#byId.set(name, known)
    }
    return known
  }
}
