import json from '../../document/json/lossless-json.cjs'
import { parseJson } from '../../document/json/parse-json.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import type { EntityBase } from '../build/context.ts'
import { spelledField } from '../fields.ts'
import { mergeExtra } from '../json-copy.ts'
import type { RawEntity } from './spec-source.ts'

/** What tells the items of a list apart: a table, an output, a variable taken from elsewhere, what has a name, an arm. */
function itemKey(item: unknown): unknown {
  if (!isRecord(item)) return undefined
  const output = item['output']
  const data = typeof output === 'string' ? output : readText(output, 'data')
  return item['guid'] ?? item['data'] ?? item['inputName'] ?? item['name'] ?? item['nodeoutput'] ?? data
}

/** A list as read with new items at its end, each in the place of the one it is another version of. */
export function mergeItems<Item>(held: readonly Item[] | undefined, added: readonly Item[]): readonly Item[]
export function mergeItems(held: unknown, added: readonly unknown[]): readonly unknown[]
export function mergeItems(held: unknown, added: readonly unknown[]): readonly unknown[] {
  const items: unknown[] = Array.isArray(held) ? [...held] : []
  const places = new Map(items.map((item, at) => [itemKey(item), at]))
  for (const item of added) items[places.get(itemKey(item)) ?? items.length] = item
  return items
}

/** A list in JSON text with new items; text that is no such list stays as it is. */
export function mergeJsonList(text: string, added: readonly unknown[]): string {
  try {
    const held = parseJson(text)
    return Array.isArray(held) ? (json.stringify(mergeItems(held, added)) ?? text) : text
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

/** Inputs or outputs with items added, each to the group the document has for them; very old ones have no groups. */
export function mergeArtifacts(held: unknown, added: object): unknown {
  const groups = Object.entries(added)
  if (Array.isArray(held)) return [...held, ...groups.flatMap(([, items]) => items)]
  const merged: Record<string, unknown> = isRecord(held) ? { ...held } : {}
  for (const [group, items] of groups) {
    const field = spelledField('Artifacts', merged, group)
    if (Array.isArray(items)) merged[field] = mergeItems(merged[field], items)
  }
  return merged
}

function mergeScript(read: unknown, { parameters, ...fields }: RawEntity, { source }: EntityBase): unknown {
  const script = source.resolve('Script', read) ?? {}
  const merged = mergeExtra(script, fields)
  if (!Array.isArray(parameters)) return merged
  const held: unknown = script['parameters']
  const known: readonly unknown[] = Array.isArray(held) ? held : []
  const named = known.map((item) => source.resolve('Variable', item) ?? item)
  // A reference stays one unless its variable was replaced.
  const all = mergeItems(named, parameters).map((item, at) =>
    at < named.length && item === named[at] ? known[at] : item,
  )
  return { ...merged, parameters: all }
}

type Merge = (held: unknown, said: RawEntity, base: EntityBase) => unknown

/** The fields that keep what is not said again; all others are replaced. */
const merges: ReadonlyMap<string, Merge> = new Map<string, Merge>([
  ['script', mergeScript],
  ['inputs', mergeArtifacts],
  ['outputs', mergeArtifacts],
  ['strategy', (held, said) => mergeExtra(isRecord(held) ? held : {}, said)],
])

/** An entity as read with what was said since laid over it. Nothing said leaves everything as it was read. */
export function layOver(name: EntityName, raw: RawEntity, said: object, base: EntityBase): Record<string, unknown> {
  const draft: Record<string, unknown> = { ...raw }
  for (const [field, value] of Object.entries(said)) {
    const merge = isRecord(value) ? merges.get(field) : undefined
    const spelled = spelledField(name, raw, field)
    if (merge === undefined || !isRecord(value)) draft[spelled] = value
    else if (Object.keys(value).length > 0) draft[spelled] = merge(raw[spelled], value, base)
  }
  return draft
}
