import { isRecord, readText } from '../../document/json/records.ts'
import { type EntityKind, entityKinds, everyEntityKind } from '../../language/entity-kinds.ts'
import type { Collected } from '../build/context.ts'
import { type Chain, chainItems, extendChain } from '../chain.ts'
import { type ComponentBuilder, component } from '../entities/component.ts'
import { type DataIntegrationJobBuilder, dataIntegrationJob } from '../entities/data-integration.ts'
import { type DatasourceBuilder, datasource } from '../entities/datasource.ts'
import { type DqcRuleBuilder, dqcRule } from '../entities/dqc-rule.ts'
import { type EntityBuilder, EntityImpl } from '../entities/entity.ts'
import { buildEntity, type EntityFields } from '../entities/entity-document.ts'
import { type FileResourceBuilder, fileResource } from '../entities/file-resource.ts'
import { type TableBuilder, table } from '../entities/table.ts'
import { type UdfBuilder, udf } from '../entities/udf.ts'
import type { SpecSource } from './spec-source.ts'

/** The builder of each kind of entity, whatever its name. */
export interface EntityBuilders {
  readonly Resource: FileResourceBuilder
  readonly Function: UdfBuilder
  readonly Component: ComponentBuilder
  readonly DataSource: DatasourceBuilder
  readonly Table: TableBuilder
  readonly DataQuality: DqcRuleBuilder
  readonly DataIntegrationJob: DataIntegrationJobBuilder
}

const makers: Readonly<Record<EntityKind, (name: string) => EntityBuilder>> = {
  Resource: fileResource,
  Function: udf,
  Component: component,
  DataSource: datasource,
  Table: table,
  DataQuality: dqcRule,
  DataIntegrationJob: dataIntegrationJob,
}

/**
 * The builder of an entity that was read. What nobody sets stays as it was read, unknown fields included, and nothing is
 * added.
 *
 * @param origin - the entity as read; it is not changed
 */
function restoreEntity(kind: EntityKind, origin: EntityFields): EntityBuilder {
  const name = readText(origin, kind === 'Table' ? 'guid' : 'name') ?? ''
  return EntityImpl.restored(makers[kind](name), origin)
}

/** What was done to the entities of a document: one put in the place of its other version, or those of a name taken out. */
type EntityStep = { readonly put: EntityBuilder } | { readonly drop: string }

/** A place in a list of entities: what was read there, and what stands there now. */
interface EntitySlot {
  readonly raw: unknown
  /** Undefined for what is no entity at all. */
  readonly builder: EntityBuilder | undefined
}

type Slots = Map<EntityKind, EntitySlot[]>

/** The entities of a document that are no workflows and no nodes. Never changed: each step makes new ones. */
export class ImportedEntities {
  readonly #source: SpecSource
  readonly #steps: Chain<EntityStep> | undefined
  #known: Slots | undefined

  constructor(source: SpecSource, steps?: Chain<EntityStep>) {
    this.#source = source
    this.#steps = steps
  }

  /** Puts an entity in the place of its other version, else at the end of its kind. */
  put(builder: EntityBuilder): ImportedEntities {
    return new ImportedEntities(this.#source, extendChain<EntityStep>(this.#steps, [{ put: builder }]))
  }

  /** Takes those of a name out; the same entities when there are none. */
  without(name: string): ImportedEntities {
    if (!this.all().some((one) => one.name === name)) return this
    return new ImportedEntities(this.#source, extendChain<EntityStep>(this.#steps, [{ drop: name }]))
  }

  all(): readonly EntityBuilder[] {
    return [...this.#slots.values()].flat().flatMap(({ builder }) => builder ?? [])
  }

  /** The lists that hold them after all steps; none when there was no step. */
  build(collected: Collected): Readonly<Record<string, readonly unknown[]>> {
    const lists: Record<string, readonly unknown[]> = {}
    if (this.#steps === undefined) return lists
    for (const [kind, slots] of this.#slots) {
      const { list } = entityKinds[kind]
      lists[list] = slots.map((slot, index) => {
        return builtIn(slot, `/spec/${list}/0`, `${this.#source.pointer}/${list}/${index}`, collected)
      })
    }
    return lists
  }

  get #slots(): Slots {
    this.#known ??= takeSteps(readSlots(this.#source), chainItems(this.#steps))
    return this.#known
  }
}

/** An entity as its document holds it; what there is to say of it is said where it stands. */
function builtIn({ raw, builder }: EntitySlot, from: string, to: string, collected: Collected): unknown {
  const state = EntityImpl.stateOf(builder)
  if (state === undefined) return raw
  const { value, faults, suppressions } = buildEntity(state, collected.options)
  for (const fault of faults) collected.faults.push({ ...fault, path: to + fault.path.slice(from.length) })
  for (const entry of suppressions) collected.suppressions.push({ ...entry, path: to })
  return value.spec[entityKinds[state.kind].list]?.[0]
}

function readSlots({ body }: SpecSource): Slots {
  const slots: Slots = new Map()
  for (const kind of everyEntityKind()) {
    const held = body[entityKinds[kind].list]
    const slotOf = (raw: unknown): EntitySlot => ({
      raw,
      builder: isRecord(raw) ? restoreEntity(kind, raw) : undefined,
    })
    if (Array.isArray(held)) slots.set(kind, held.map(slotOf))
  }
  return slots
}

function takeSteps(slots: Slots, steps: readonly EntityStep[]): Slots {
  for (const step of steps) {
    if ('put' in step) {
      putInto(slots, step.put)
      continue
    }
    for (const [kind, all] of slots) {
      slots.set(
        kind,
        all.filter(({ builder }) => builder?.name !== step.drop),
      )
    }
  }
  return slots
}

function putInto(slots: Slots, builder: EntityBuilder): void {
  const all = slots.get(builder.kind) ?? []
  slots.set(builder.kind, all)
  const origin = EntityImpl.stateOf(builder)?.origin
  const own = all.findIndex(({ raw }) => origin !== undefined && raw === origin)
  const found = own < 0 ? all.findIndex((slot) => slot.builder?.name === builder.name) : own
  const index = found < 0 ? all.length : found
  all[index] = { raw: all[index]?.raw, builder }
}
