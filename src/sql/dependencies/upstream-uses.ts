import type { PlacedNode, PlacedUse, TableMap } from './table-map.ts'

/** A table that a node reads, and where what it reads comes from. */
export interface UpstreamUse {
  readonly use: PlacedUse
  /** Other nodes that write the table, or where none does, that make it; one use of each. */
  readonly producers: readonly PlacedUse[]
  /** Whether it reads what the run before this one wrote. */
  readonly isOfSelf: boolean
}

/** The first use of each table by each node, of a kind. */
function firstOfEach(uses: readonly PlacedUse[]): readonly PlacedUse[] {
  const first = new Map<PlacedNode, PlacedUse>()
  for (const use of uses) if (!first.has(use.owner)) first.set(use.owner, use)
  return [...first.values()]
}

/** The first statement of a node's code that writes or makes each table. */
function firstWrites({ uses }: PlacedNode): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { kind, key, statement, line } of uses) {
    const isWrite = (kind === 'writes' || kind === 'creates') && line !== undefined
    if (isWrite && statement < (first.get(key) ?? Number.POSITIVE_INFINITY)) first.set(key, statement)
  }
  return first
}

/**
 * What each node reads, each table once: by its first read, unless the node wrote the table itself before it.
 *
 * A node that empties, or makes, a table and fills it is no reader of it; one that reads a table in the statement that writes
 * it, or before, reads what the run before left there.
 */
export function upstreamUses({ nodes, byTable }: TableMap): readonly UpstreamUse[] {
  const producersOf = new Map<string, readonly PlacedUse[]>()
  for (const [key, uses] of byTable) {
    const writers = uses.filter(({ kind }) => kind === 'writes')
    producersOf.set(key, firstOfEach(writers.length > 0 ? writers : uses.filter(({ kind }) => kind === 'creates')))
  }
  return nodes.flatMap((node) => {
    const seen = new Set<string>()
    const written = firstWrites(node)
    const changed = new Set(node.uses.filter(({ kind }) => kind !== 'reads').map(({ key }) => key))
    const isOwn = ({ key, statement }: PlacedUse): boolean => (written.get(key) ?? statement) < statement
    return node.uses.flatMap((use): UpstreamUse[] => {
      if (use.kind !== 'reads' || seen.has(use.key) || isOwn(use)) return []
      seen.add(use.key)
      const all = producersOf.get(use.key) ?? []
      // Most readers change nothing of it and share one list: a copy for each would be readers times writers.
      const isOfSelf = changed.has(use.key) && all.some(({ owner }) => owner === node)
      return [{ use, producers: isOfSelf ? all.filter(({ owner }) => owner !== node) : all, isOfSelf }]
    })
  })
}
