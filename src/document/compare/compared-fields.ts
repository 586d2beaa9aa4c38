import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { bodyEntities } from '../../language/structures.ts'
import { isEmpty, isRecord, itemsOf } from '../json/records.ts'
import { spelledField, spellings } from '../spellings.ts'
import { isFilledIn, isOfService } from './service-fields.ts'
import { withoutServiceMetadata } from './service-metadata.ts'

/**
 * Which differences count:
 *
 * - `either`: all that one of two documents says, of which neither is of the service, but ids and what the service notes
 *   down about them
 * - `said`: all that the first one says, and the service does not rewrite
 * - `kept`: of that, what a service can keep: fields that the language does not know are dropped by it
 * - `added`: what the first one, which is of the service, says of its own accord and did not fill in by itself
 */
export type View = 'either' | 'said' | 'kept' | 'added'

type Fields = Readonly<Record<string, unknown>>

/** A field of an entity, and where its own parts are that are compared elsewhere. */
export interface ComparedField {
  /** As the schema spells it. */
  readonly field: string
  /** As the document spells it. */
  readonly spelling: string
  readonly value: unknown
}

/** Where nodes, and what they come after, stand: they are compared one by one, by name. */
const parts: Partial<Readonly<Record<EntityName, readonly string[]>>> = {
  Spec: ['workflows', 'nodes', 'dependencies', 'flow'],
  Workflow: ['nodes', 'dependencies'],
}

/** The same of bodies inside of nodes. */
const ofBodies: readonly string[] = ['nodes', 'while', 'dependencies', 'flow']

function hasDependencies(holder: Fields): boolean {
  return itemsOf(holder['dependencies']).some(isRecord)
}

/** Whether a field of an entity holds what is compared one by one. */
function holdsParts(entity: EntityName, field: string, holder: Fields, view: View): boolean {
  const isBody = bodyEntities.includes(entity)
  // What the service has in a body is found in the value of its node too.
  const fields = isBody ? (view === 'said' ? [] : ofBodies) : (parts[entity] ?? [])
  if (!fields.includes(field) || !Object.hasOwn(entityTable[entity].children, field)) return false
  // Of two lists of dependencies, the index reads one.
  return field !== 'flow' || !hasDependencies(holder)
}

/** What of a list, or of a field with one entity, is no entity, and so is compared by nobody else. */
function withoutParts(value: unknown, many: boolean): unknown {
  if (!many) return isRecord(value) ? undefined : value
  return Array.isArray(value) ? value.filter((item) => !isRecord(item)) : value
}

/** The field as the schema spells it; of several spellings at once, one counts, and the others are fields of their own. */
function canonicalField(entity: EntityName, holder: Fields, spelling: string): string {
  const known = spellings[entity]
  if (known === undefined || !Object.hasOwn(known, spelling)) return spelling
  const canonical = known[spelling] ?? spelling
  return spelledField(entity, holder, canonical) === spelling ? canonical : spelling
}

function comparedValue(entity: EntityName, holder: Fields, field: string, spelling: string, view: View): unknown {
  const value = holder[spelling]
  if (view === 'either' && field === 'metadata') return withoutServiceMetadata(entity, value)
  if (holdsParts(entity, field, holder, view)) {
    return view === 'either' ? withoutParts(value, entityTable[entity].children[field]?.many === true) : undefined
  }
  return value
}

function isIgnored(entity: EntityName, field: string, within: EntityName | undefined, view: View): boolean {
  return view === 'either' ? field === 'id' : isOfService(entity, field, within)
}

/** The fields of an entity that are compared with those of another, by the spelling of the schema. */
export function comparedFields(
  entity: EntityName,
  within: EntityName | undefined,
  holder: Fields,
  view: View,
): ReadonlyMap<string, ComparedField> {
  const fields = new Map<string, ComparedField>()
  for (const spelling of Object.keys(holder)) {
    const field = canonicalField(entity, holder, spelling)
    if (isIgnored(entity, field, within, view)) continue
    const value = comparedValue(entity, holder, field, spelling, view)
    if (!isEmpty(value)) fields.set(field, { field, spelling, value })
  }
  return fields
}

/** Whether a field that only one side has is passed over. */
export function isPassedOver(
  entity: EntityName,
  within: EntityName | undefined,
  { field, value }: ComparedField,
  view: View,
): boolean {
  if (view === 'added') return isFilledIn(entity, field, within, value)
  return view === 'kept' && !entityTable[entity].fields.includes(field)
}
