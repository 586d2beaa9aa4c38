import type { SpecIndex } from '../index/spec-index.ts'
import type { NamedEdge } from './named-edge.ts'
import { writtenEdges } from './written-edges.ts'

/**
 * The edges of a document by names, each once, under text that only the same edge has.
 *
 * @param others - indexes of documents in which ids and outputs are looked up that the document itself does not know:
 * two spellings of one workflow may name the same node in ways that only one of them can resolve
 */
export function nameEdges(index: SpecIndex, others: readonly SpecIndex[] = []): ReadonlyMap<string, NamedEdge> {
  return new Map([...writtenEdges(index, others)].map(([key, { edge }]) => [key, edge]))
}
