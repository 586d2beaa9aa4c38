import type { GraphVertex } from '../../graph/spec-graph.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { PlacedNode, TableMap } from '../dependencies/table-map.ts'
import type { TableFinding } from './table-finding.ts'

function keysOf({ uses }: PlacedNode, isWanted: (kind: string) => boolean): ReadonlySet<string> {
  return new Set(uses.filter(({ kind }) => isWanted(kind)).map(({ key }) => key))
}

/** Whether what a node does with tables is known, and is anything. */
function isKnown(node: PlacedNode | undefined): node is PlacedNode {
  return node?.tables.isWhole === true && node.uses.length > 0
}

/** Whether one of two nodes writes what the other uses. */
function haveInCommon(one: PlacedNode, other: PlacedNode): boolean {
  const all = (): boolean => true
  const changes = (kind: string): boolean => kind !== 'reads'
  const ofOther = keysOf(other, all)
  return (
    [...keysOf(one, changes)].some((key) => ofOther.has(key)) ||
    [...keysOf(other, changes)].some((key) => keysOf(one, all).has(key))
  )
}

/** Edges between two nodes whose tables are all known, and that have none in common. */
export function judgeEdges({ graph, nodes }: TableMap): readonly TableFinding[] {
  const placed = new Map<GraphVertex, PlacedNode>(nodes.map((node) => [node.vertex, node]))
  return graph.edges.flatMap(({ from, to, type, when, path }): TableFinding[] => {
    if (type !== dependencyTypes.sameCycle || when !== undefined || from === to) return []
    const [upstream, node] = [placed.get(from), placed.get(to)]
    if (!isKnown(upstream) || !isKnown(node) || haveInCommon(upstream, node)) return []
    const message = `'${to.name}' comes after '${from.name}', and the SQL of the two has no table in common that either writes.`
    const hint = 'Take the edge out, or silence this with the reason why it is there.'
    const inDocument = path.slice(path.indexOf('/', 1))
    return [{ message, hint, path: inDocument, subject: { kind: 'node', name: to.name }, document: node.document }]
  })
}
