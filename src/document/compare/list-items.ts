import { isRecord, itemsOf, readText } from '../json/records.ts'
import { Occurrences } from './occurrences.ts'

/** An entity of a list. */
export interface ListItem {
  readonly at: number
  readonly value: unknown
  /** What it is called; undefined where it has no name. */
  readonly name: string | undefined
}

/** How the items of a list are told apart in whatever order they stand; undefined for one that its place tells apart. */
export type ItemKey = (value: unknown) => string | undefined

/** What an entity of a list is called: tables, datasets and dependencies have a name in another field. */
export function nameIn(value: unknown): string | undefined {
  for (const field of ['name', 'guid', 'output', 'identifier', 'variableName']) {
    const name = readText(value, field)
    if (name !== undefined) return name
  }
  return undefined
}

/** The same where ids are those of who wrote the document: what has no name is spoken of by its id. */
export function nameOrIdIn(value: unknown): string | undefined {
  return nameIn(value) ?? readText(value, 'id')
}

/** What an output that stands for its node or workflow is told apart by, whatever string it has. */
export const ownOutput = '\0own'

/** The same of an output without a string. */
export const namelessOutput = '\0nameless'

/** How the outputs of a node or workflow are told apart: by their strings; those that are its id, or its name, stand for it. */
export function outputKey(owner: unknown): ItemKey {
  const own = [readText(owner, 'id'), readText(owner, 'name')]
  return (value) => {
    const data = isRecord(value) ? readText(value, 'data') : undefined
    if (data === undefined) return isRecord(value) ? namelessOutput : undefined
    return own.includes(data) ? ownOutput : data
  }
}

/** The entities of a list by what tells them apart in whatever order they stand; those of one name by their order too. */
export function itemsByKey(list: unknown, keyOf: ItemKey): ReadonlyMap<string, ListItem> {
  const items = new Map<string, ListItem>()
  const named = new Occurrences()
  for (const [at, value] of itemsOf(list).entries()) {
    const name = keyOf(value)
    items.set(name === undefined ? String(at) : `${named.next(name)}:${name}`, { at, value, name })
  }
  return items
}
