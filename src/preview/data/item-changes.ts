import { changedPlace, shownPair } from '../../document/compare/change-text.ts'
import { diffBothWays, type FieldChange } from '../../document/compare/field-changes.ts'
import { unifiedDiff } from '../../document/compare/text-diff.ts'
import type { PageChange } from '../page-data.ts'
import { codeOf, type IndexedSource, type PlacedEntity } from './indexed-source.ts'

/** A node or workflow of the documents that others are compared with. */
interface OldItem {
  readonly placed: PlacedEntity
  readonly upstream: readonly string[]
  readonly label: string
}

/** What tells nodes and workflows apart in both documents: their names. */
export function itemKey(workflow: string, name: string): string {
  return JSON.stringify([workflow, name])
}

/** Where the code of a node stands, which is compared line by line. */
const codePath = '/script/content'

function fieldChange({ path, item, expected, actual }: FieldChange): PageChange {
  const [before, after] = shownPair(actual, expected)
  const place = changedPlace({ path, item }, path)
  return {
    path: place,
    before: actual === undefined ? '' : before,
    after: expected === undefined ? '' : after,
    diff: '',
  }
}

function fieldChanges(before: PlacedEntity, after: PlacedEntity): PageChange[] {
  return diffBothWays(after.entity.name, after.entity.value, before.entity.value)
    .filter(({ path }) => path !== codePath)
    .map(fieldChange)
}

function codeChange(before: PlacedEntity, after: PlacedEntity): PageChange[] {
  const [old, current] = [codeOf(before), codeOf(after)]
  const diff = unifiedDiff(old, current, { before: 'before', after: 'after' })
  return diff === '' ? [] : [{ path: codePath, before: '', after: '', diff }]
}

function upstreamChanges(before: readonly string[], after: readonly string[]): PageChange[] {
  const [old, current] = [new Set(before), new Set(after)]
  return [
    ...[...old]
      .filter((name) => !current.has(name))
      .map((name) => ({ path: '/dependencies', before: name, after: '', diff: '' })),
    ...[...current]
      .filter((name) => !old.has(name))
      .map((name) => ({ path: '/dependencies', before: '', after: name, diff: '' })),
  ]
}

/** What each node and workflow of a graph is called, and what it waits for. */
export interface NamedItem {
  readonly key: string
  /** `workflow/node`, or the name alone. */
  readonly label: string
  readonly path: string
  readonly upstream: readonly string[]
}

/** Documents that others are compared with, by the names of their nodes and workflows. */
export class OldItems {
  readonly #items: Map<string, OldItem> = new Map()

  constructor(source: IndexedSource, items: readonly NamedItem[]) {
    for (const { key, label, path, upstream } of items) {
      const placed = source.entityAt(path)
      if (placed !== undefined && !this.#items.has(key)) this.#items.set(key, { placed, upstream, label })
    }
  }

  has(key: string): boolean {
    return this.#items.has(key)
  }

  /** How something differs from what it was. */
  changesOf({ key, upstream }: NamedItem, placed: PlacedEntity): readonly PageChange[] {
    const old = this.#items.get(key)
    if (old === undefined) return []
    return [
      ...fieldChanges(old.placed, placed),
      ...upstreamChanges(old.upstream, upstream),
      ...codeChange(old.placed, placed),
    ]
  }

  /** What is not there any more. */
  without(keys: ReadonlySet<string>): readonly string[] {
    return [...this.#items].filter(([key]) => !keys.has(key)).map(([, { label }]) => label)
  }
}
