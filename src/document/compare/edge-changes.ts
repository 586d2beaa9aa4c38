import { diffBothWays, type FieldChange } from './field-changes.ts'
import type { NamedEdge } from './named-edge.ts'
import type { EdgeDetails, WrittenEdge } from './written-edges.ts'

/** An edge that is in both documents, which do not say the same of it. */
export interface ChangedEdge {
  readonly edge: NamedEdge
  /** Paths lead from the entry of `depends`, or of `inputs`. */
  readonly changes: readonly FieldChange[]
}

/** What differs of entries that stand for one edge; of an edge that is written once more, nothing does. */
function changesOfEntries(
  entity: 'Depend' | 'NodeOutput',
  entries: readonly EdgeDetails[],
  others: readonly EdgeDetails[],
): readonly FieldChange[] {
  return entries.flatMap(({ rest, output }, at) => {
    const other = others[at]
    if (other === undefined) return []
    // Which of several outputs of a node is named is told where both name one.
    const isSame = output === undefined || other.output === undefined || output === other.output
    const ofOutput = isSame ? [] : [{ path: '/output', expected: output, actual: other.output }]
    return [...ofOutput, ...diffBothWays(entity, rest, other.rest)]
  })
}

/** The edges that both documents have, and of which they do not say the same. */
export function changedEdges(
  edges: ReadonlyMap<string, WrittenEdge>,
  others: ReadonlyMap<string, WrittenEdge>,
): readonly ChangedEdge[] {
  return [...edges].flatMap(([key, { edge, depends, inputs }]) => {
    const other = others.get(key)
    if (other === undefined) return []
    const changes = [
      ...changesOfEntries('Depend', depends, other.depends),
      ...changesOfEntries('NodeOutput', inputs, other.inputs).map((change) => ({
        ...change,
        path: `/inputs${change.path}`,
      })),
    ]
    return changes.length === 0 ? [] : [{ edge, changes }]
  })
}
