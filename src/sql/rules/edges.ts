import type { GraphVertex } from '../../graph/spec-graph.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { PlacedNode, TableMap } from '../dependencies/table-map.ts'
import type { TableFinding } from './table-finding.ts'

/** The tables that a node uses, and among them those that it changes. */
interface NodeKeys {
  readonly all: ReadonlySet<string>
  readonly changed: ReadonlySet<string>
}

function keysOf({ uses }: PlacedNode): NodeKeys {
  return {
    all: new Set(uses.map(({ key }) => key)),
    changed: new Set(uses.filter(({ kind }) => kind !== 'reads').map(({ key }) => key)),
  }
}

/** Whether what a node does with tables is known, and is anything. */
function isKnown(node: PlacedNode | undefined): node is PlacedNode {
  return node?.tables.isWhole === true && node.uses.length > 0
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  for (const key of few) if (many.has(key)) return true
  return false
}

/** Whether one of two nodes writes what the other uses. */
function haveInCommon(one: NodeKeys, other: NodeKeys): boolean {
  return meet(one.changed, other.all) || meet(other.changed, one.all)
}

/** Edges between two nodes whose tables are all known, and that have none in common. */
export function judgeEdges({ graph, nodes }: TableMap): readonly TableFinding[] {
  const placed = new Map<GraphVertex, PlacedNode>(nodes.map((node) => [node.vertex, node]))
  const keys = new Map<PlacedNode, NodeKeys>()
  const keysOnce = (node: PlacedNode): NodeKeys => {
    const known = keys.get(node) ?? keysOf(node)
    keys.set(node, known)
    return known
  }
  return graph.edges.flatMap(({ from, to, type, when, path }): TableFinding[] => {
    if (type !== dependencyTypes.sameCycle || when !== undefined || from === to) return []
    const [upstream, node] = [placed.get(from), placed.get(to)]
    if (!isKnown(upstream) || !isKnown(node) || haveInCommon(keysOnce(upstream), keysOnce(node))) return []
    const message = `'${to.name}' comes after '${from.name}', and the SQL of the two has no table in common that either writes.`
    const hint = 'Take the edge out, or silence this with the reason why it is there.'
    const inDocument = path.slice(path.indexOf('/', 1))
    return [{ message, hint, path: inDocument, subject: { kind: 'node', name: to.name }, document: node.document }]
  })
}
