import { isFrozenData } from '../json/frozen-data.ts'
import { copyJson, deepFreeze } from '../json/json-copy.ts'
import { isRecord } from '../json/records.ts'
import { indexSpec } from './index-spec.ts'
import type { FirstByKey, SpecIndex } from './spec-index.ts'

function refuse(): never {
  throw new TypeError('The index of a document is read-only')
}

/** What a map that cannot be frozen gets instead of its ways of changing. */
const refusals = { set: { value: refuse }, delete: { value: refuse }, clear: { value: refuse } }

function freezeKeys(found: FirstByKey<object>): void {
  for (const one of found.repeated) Object.freeze(one)
  Object.freeze(found.repeated)
  Object.freeze(Object.defineProperties(found.first, refusals))
  Object.freeze(found)
}

function freezeAll(entries: readonly object[]): void {
  for (const entry of entries) Object.freeze(entry)
  Object.freeze(entries)
}

/** A document that nothing can change, with no function in it that could; what has fields is read as the index reads it. */
export function frozenDocument(document: unknown): unknown {
  return isFrozenData(document) ? document : copyJson(document, isRecord).value
}

/**
 * The index for rules that others have written: over a copy of the document, unless that is frozen, and with nothing in it
 * that can be changed, so that neither the caller's document nor what other rules see depends on them. What JSON cannot hold
 * is not in the copy; of an instance of a class its fields are, for rules of the catalogue see them too.
 */
export function frozenIndex(given: SpecIndex): SpecIndex {
  const index = indexSpec(frozenDocument(given.document))
  for (const { nodes } of index.flows) Object.freeze(nodes)
  // What a fault says of a field is shared with all faults of that field, in every document.
  for (const { faults } of index.faulty) deepFreeze(faults)
  for (const list of [index.flows, index.nodes, index.edges, index.references, index.faulty, index.faults])
    freezeAll(list)
  freezeAll([...index.outputs.first.values(), ...index.outputs.repeated.map(({ other }) => other)])
  for (const keys of [index.workflowsByKey, index.nodesByKey, index.nodesByName, index.outputs]) freezeKeys(keys)
  return Object.freeze(index)
}
