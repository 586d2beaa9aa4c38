import { parseJson, stringifyJson } from '../document/json/exact-json.ts'
import { isRecord, itemsOf, readText } from '../document/json/records.ts'
import { spelledField } from '../document/spellings.ts'

/**
 * Lays fields over an entity: objects are merged key by key, everything else is replaced. Neither argument is
 * changed; without recursion, whatever the nesting.
 */
export function mergeFields<Entity extends object>(entity: Entity, fields: Readonly<Record<string, unknown>>): Entity {
  const result: Entity = { ...entity }
  const queue: { target: object; source: Readonly<Record<string, unknown>> }[] = [{ target: result, source: fields }]
  for (let at = 0; at < queue.length; at++) {
    const task = queue[at]
    if (task === undefined) break
    for (const [key, value] of Object.entries(task.source)) {
      const own: unknown = Object.getOwnPropertyDescriptor(task.target, key)?.value
      const merged = isRecord(own) && isRecord(value) ? { ...own } : value
      Object.defineProperty(task.target, key, { value: merged, enumerable: true, writable: true, configurable: true })
      if (isRecord(merged) && merged !== value && isRecord(value)) queue.push({ target: merged, source: value })
    }
  }
  return result
}

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
  const items: unknown[] = [...itemsOf(held)]
  const indexOf = new Map(items.map((item, index) => [itemKey(item), index]))
  for (const item of added) items[indexOf.get(itemKey(item)) ?? items.length] = item
  return items
}

/** A list in JSON text with new items; text that is no such list stays as it is. */
export function mergeJsonList(text: string, added: readonly unknown[]): string {
  try {
    const held = parseJson(text)
    return Array.isArray(held) ? (stringifyJson(mergeItems(held, added)) ?? text) : text
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
