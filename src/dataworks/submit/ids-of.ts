import type { SpecIndex } from '../../document/spec-index.ts'

/** The ids of the nodes of a document by their names; of one without an id its name. */
export function idsOf({ nodes }: SpecIndex): ReadonlyMap<string, string> {
  return new Map(nodes.map((node) => [node.name ?? node.key, node.key]))
}
