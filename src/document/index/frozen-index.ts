import { ownDocument } from '../json/json-copy.ts'
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

/**
 * The index for rules that others have written: over a copy of the document, unless that is frozen, and with nothing in it
 * that can be changed, so that neither the caller's document nor what other rules see depends on them.
 */
export function frozenIndex(given: SpecIndex): SpecIndex {
  const index = indexSpec(ownDocument(given.document))
  for (const { nodes } of index.flows) Object.freeze(nodes)
  for (const list of [index.flows, index.nodes, index.edges, index.references, index.faulty, index.faults])
    freezeAll(list)
  for (const output of index.outputs.first.values()) Object.freeze(output)
  for (const keys of [index.workflowsByKey, index.nodesByKey, index.nodesByName, index.outputs]) freezeKeys(keys)
  return Object.freeze(index)
}
