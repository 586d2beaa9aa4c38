import { groupsOf } from '../../document/index/first-by-key.ts'
import type { PageData, PageItem, PageTable, PageUse } from '../page-data.ts'

/** Something that can be chosen. */
export type Thing = PageItem | PageTable

/** What a thing is called where people read it. */
export function shownName(thing: { readonly name: string } | undefined): string {
  return thing === undefined || thing.name === '' ? '(no name)' : thing.name
}

/** What a node stands in, from the inside out; the empty text for nothing. */
export function placeWords({ inside, workflow }: PageItem): string {
  const around = workflow === '' ? inside : [...inside, workflow]
  return around.map((one) => `in ${one}`).join(', ')
}

/** Everything that can be chosen, by the names that pictures give it, and who uses which tables. */
export class Things {
  readonly all: readonly Thing[]
  readonly #byId: ReadonlyMap<string, Thing>
  readonly #items: ReadonlyMap<string, number>
  readonly #tables: ReadonlyMap<string, number>
  readonly #byNode: ReadonlyMap<number, readonly PageUse[]>
  readonly #byTable: ReadonlyMap<number, readonly PageUse[]>

  constructor({ items, tables, uses }: PageData) {
    this.all = [...items, ...tables]
    this.#byId = new Map(this.all.map((thing) => [thing.id, thing]))
    this.#items = new Map(items.map(({ id }, place) => [id, place]))
    this.#tables = new Map(tables.map(({ id }, place) => [id, place]))
    this.#byNode = groupsOf(uses, ({ node }) => node)
    this.#byTable = groupsOf(uses, ({ table }) => table)
  }

  get(id: string): Thing | undefined {
    return this.#byId.get(id)
  }

  /** The place of a node, a workflow or something outside in the list of these; undefined for a table. */
  placeOf(id: string): number | undefined {
    return this.#items.get(id)
  }

  /** What a node does with tables, or what nodes do with a table. */
  usesOf(id: string): readonly PageUse[] {
    const [place, table] = [this.#items.get(id), this.#tables.get(id)]
    if (place !== undefined) return this.#byNode.get(place) ?? []
    return table === undefined ? [] : (this.#byTable.get(table) ?? [])
  }
}
