import { joinPointer, unescapeSegment } from '../../diagnostics/json-pointer.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { type CopiedJson, copyJson, isPlainObject } from '../../document/json/json-copy.ts'
import { isRecord } from '../../document/json/records.ts'
import { spellings } from '../../document/spellings.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import {
  type ArgumentKind,
  checkArgument,
  checkSettings,
  fields as fieldsKind,
  type SettingKinds,
} from '../arguments.ts'
import { type Chain, chainItems, extendChain } from '../chain.ts'
import { mergeFields } from '../merging.ts'
import type { BuildContext } from './context.ts'
import { buildFault, jsonHint } from './faults.ts'

/** What `.extra(…)` takes: fields, or before them the place in the entity that they are laid over. */
export type ExtraArguments =
  | readonly [fields: Readonly<Record<string, unknown>>]
  | readonly [place: string, fields: Readonly<Record<string, unknown>>]

const pointerKind: ArgumentKind = {
  takes: "a JSON Pointer, such as '/outputs/variables/0'",
  holds: (value) => typeof value === 'string' && (value === '' || value.startsWith('/')),
}

const jsonValue: ArgumentKind = {
  takes: 'a value that JSON can hold',
  holds: (value) => copyJson(value).notJson === undefined,
}

const kindsOfEntities: Map<EntityName, SettingKinds> = /* @__PURE__ */ new Map()

/** The fields of an entity in any spelling; what they hold is left to the check. */
function fieldKinds(entity: EntityName): SettingKinds {
  const known = kindsOfEntities.get(entity)
  if (known !== undefined) return known
  const names = [...entityTable[entity].fields, ...Object.keys(spellings[entity] ?? {})]
  const kinds = Object.fromEntries(names.map((name) => [name, jsonValue]))
  kindsOfEntities.set(entity, kinds)
  return kinds
}

/**
 * What a builder keeps of fields that a step gives it.
 *
 * @param entity - whose fields the step `fields` takes; undefined for `extra`, which takes all
 * @param given - the arguments of the step
 */
export function layingOver(
  entity: EntityName | undefined,
  before: Chain<LaidFields> | undefined,
  given: readonly unknown[],
): Chain<LaidFields> | undefined {
  const isPlaced = given.length > 1
  const [place, extra] = isPlaced ? given : ['', given[0]]
  checkArgument('extra', 'place', place, pointerKind)
  if (entity === undefined) checkArgument('extra', 'fields', extra, fieldsKind)
  else checkSettings('fields', 'fields', extra, fieldKinds(entity))
  return extendChain(before, [laidFields(Object(extra), String(place))])
}

/** Fields to be laid over an entity: those with a value, and the ways to those that are left out. */
export interface LaidFields extends CopiedJson {
  readonly left: readonly (readonly string[])[]
  /** Where in the entity they are laid: keys and indexes; nothing for the entity itself. */
  readonly at: readonly string[]
}

/** The ways to what an object holds as undefined, in itself and in objects in it. */
function waysToUndefined(fields: object): readonly (readonly string[])[] {
  const left: string[][] = []
  const seen = new Set<object>()
  const queue: { readonly held: object; readonly way: readonly string[] }[] = [{ held: fields, way: [] }]
  for (const { held, way } of queue) {
    if (seen.has(held)) continue
    seen.add(held)
    for (const [key, value] of Object.entries(held)) {
      if (value === undefined) left.push([...way, key])
      else if (isPlainObject(value)) queue.push({ held: value, way: [...way, key] })
    }
  }
  return left
}

/**
 * A copy of fields that a caller gave.
 *
 * @param place - JSON Pointer of the object in the entity that they are laid over; the empty text for the entity itself
 */
function laidFields(fields: object, place = ''): LaidFields {
  return { ...copyJson(fields), left: waysToUndefined(fields), at: place.split('/').slice(1).map(unescapeSegment) }
}

/** An entity with an object in it changed, the objects and lists around it copied; undefined where there is no such object. */
function changedAt<Entity extends object>(
  entity: Entity,
  at: readonly string[],
  change: (held: object) => object,
): Entity | undefined {
  const result: Entity = { ...entity }
  let holder: object = result
  for (const [depth, key] of at.entries()) {
    const held: unknown = Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined
    if (typeof held !== 'object' || held === null) return undefined
    const inner: object = Array.isArray(held) ? [...held] : { ...held }
    const made = depth === at.length - 1 ? change(inner) : inner
    Reflect.set(holder, key, made)
    holder = made
  }
  return result
}

/** Takes out what is to be left out; the objects on the way are copies, for fields were merged into them. */
function leaveOut(entity: object, left: LaidFields['left']): void {
  for (const way of left) {
    let holder: unknown = entity
    for (const key of way.slice(0, -1)) holder = isRecord(holder) ? holder[key] : undefined
    if (isRecord(holder) && !Object.isFrozen(holder)) Reflect.deleteProperty(holder, way.at(-1) ?? '')
  }
}

/** Fields of a step; settings such as those of `runtime` leave nothing out. */
type ExtraFields = CopiedJson & Partial<Pick<LaidFields, 'at' | 'left'>>

/** Lays all fields of a step, such as `extra`, over a finished entity, the last call on top. */
export function applyExtra<Entity extends object>(
  entity: Entity,
  extra: Chain<ExtraFields> | undefined,
  pointer: () => string,
  context: Pick<BuildContext, 'report'>,
  step: 'extra' | 'runtime' = 'extra',
): Entity {
  let result = entity
  for (const { value, notJson, left = [], at = [] } of chainItems<ExtraFields>(extra)) {
    const lay = <Held extends object>(held: Held): Held => {
      const merged = isRecord(value) ? mergeFields(held, value) : held
      leaveOut(merged, left)
      return merged
    }
    const changed = at.length === 0 ? lay(result) : changedAt(result, at, lay)
    if (changed === undefined) {
      const message = `extra(): there is no object at ${showValue(at.reduce(joinPointer, ''))} that fields could be laid over.`
      const hint = 'Give the JSON Pointer of an object that the steps before make, from the entity on.'
      context.report(buildFault('builder/argument', { message, hint }, pointer()))
    }
    result = changed ?? result
    if (isRecord(value) && notJson === undefined) continue
    const message = isRecord(value)
      ? `${step}() holds "${notJson}", whose value JSON cannot hold.`
      : `${step}() takes an object of fields.`
    context.report(buildFault('document/not-json', { message, hint: jsonHint }, pointer()))
  }
  return result
}
