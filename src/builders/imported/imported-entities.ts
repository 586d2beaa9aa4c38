import type { Suppression } from '../../check/check-options.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { BuildOptions, BuiltDocument } from '../buildable.ts'
import { type Chain, chainItems } from '../chain.ts'
import { type ComponentBuilder, component } from '../entities/component.ts'
import { type DataIntegrationJobBuilder, dataIntegrationJob } from '../entities/data-integration.ts'
import { type DatasourceBuilder, datasource } from '../entities/datasource.ts'
import { type DqcRuleBuilder, dqcRule } from '../entities/dqc-rule.ts'
import { type EntityBuilder, type EntityFields, EntityImpl } from '../entities/entity.ts'
import { buildEntity } from '../entities/entity-document.ts'
import { type EntityKind, entityPlaces } from '../entities/entity-kind.ts'
import { type FileResourceBuilder, fileResource } from '../entities/file-resource.ts'
import { type TableBuilder, table } from '../entities/table.ts'
import { type UdfBuilder, udf } from '../entities/udf.ts'
import type { SpecSource } from './spec-source.ts'

/** What was done to the entities of a document: one put in the place of its other version, or those of a name taken out. */
export type EntityStep = { readonly put: EntityBuilder } | { readonly drop: string }

/** A place in a list of entities: what was read there, and what stands there now. */
interface EntitySlot {
  readonly raw: unknown
  /** Undefined for what is no entity at all. */
  readonly builder: EntityBuilder | undefined
}

function isKind(kind: string): kind is EntityKind {
  return Object.hasOwn(entityPlaces, kind)
}

/** The kinds of entities that a document can hold beside workflows and nodes. */
const kinds: readonly EntityKind[] = /* @__PURE__ */ Object.keys(entityPlaces).filter(isKind)

type Slots = Map<EntityKind, EntitySlot[]>

function readSlots({ body }: SpecSource): Slots {
  const slots: Slots = new Map()
  for (const kind of kinds) {
    const held = body[entityPlaces[kind].list]
    const slot = (raw: unknown): EntitySlot => ({ raw, builder: isRecord(raw) ? restoreEntity(kind, raw) : undefined })
    if (Array.isArray(held)) slots.set(kind, held.map(slot))
  }
  return slots
}

function put(slots: Slots, builder: EntityBuilder): void {
  const of = slots.get(builder.kind) ?? []
  slots.set(builder.kind, of)
  const base = EntityImpl.stateOf(builder)?.base
  const own = of.findIndex(({ raw }) => base !== undefined && raw === base)
  const at = own < 0 ? of.findIndex((slot) => slot.builder?.name === builder.name) : own
  of[at < 0 ? of.length : at] = { raw: of[at]?.raw, builder }
}

/** The entities of a document after all steps, by their kind. */
function slotsOf(source: SpecSource, steps: Chain<EntityStep> | undefined): Slots {
  const slots = readSlots(source)
  for (const step of chainItems(steps)) {
    if ('put' in step) put(slots, step.put)
    else
      for (const [kind, of] of slots)
        slots.set(
          kind,
          of.filter(({ builder }) => builder?.name !== step.drop),
        )
  }
  return slots
}

/** The entities of a document that are no workflows and no nodes, after all steps. */
export function specEntities(source: SpecSource, steps: Chain<EntityStep> | undefined): readonly EntityBuilder[] {
  return [...slotsOf(source, steps).values()].flat().flatMap(({ builder }) => builder ?? [])
}

/** The lists of entities after all steps, and what there is to say of them where they stand. */
export function buildEntities(
  source: SpecSource,
  steps: Chain<EntityStep>,
  options: BuildOptions,
): Pick<BuiltDocument, 'faults' | 'suppressions'> & { readonly lists: Readonly<Record<string, readonly unknown[]>> } {
  const lists: Record<string, readonly unknown[]> = {}
  const faults: Diagnostic[] = []
  const suppressions: Suppression[] = []
  for (const [kind, slots] of slotsOf(source, steps)) {
    const { list } = entityPlaces[kind]
    lists[list] = slots.map(({ raw, builder }, at) => {
      const state = EntityImpl.stateOf(builder)
      if (state === undefined) return raw
      const built = buildEntity(state, options)
      const place = `${source.pointer}/${list}/${at}`
      for (const fault of built.faults) {
        faults.push({ ...fault, path: place + fault.path.slice(`/spec/${list}/0`.length) })
      }
      for (const entry of built.suppressions) suppressions.push({ ...entry, path: place })
      const held: unknown = built.document.spec[list]
      return Array.isArray(held) ? held[0] : raw
    })
  }
  return { lists, faults, suppressions }
}

const starts: Readonly<Record<EntityKind, (name: string) => EntityBuilder>> = {
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
 * @param base - the entity as read; it is not changed
 */
export function restoreEntity(kind: EntityKind, base: EntityFields): EntityBuilder {
  const name = readText(base, kind === 'Table' ? 'guid' : 'name') ?? ''
  return EntityImpl.restored(starts[kind](name), base)
}

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
