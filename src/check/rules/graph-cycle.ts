import { addToGroup } from '../../document/add-to-group.ts'
import { pointerOf } from '../../document/entity.ts'
import type { EdgeEntry, NodeEntry } from '../../document/spec-index.ts'
import { findCycles } from '../../graph/find-cycles.ts'
import type { Rule } from '../rule.ts'

const mostShown = 12

function pathText(names: readonly string[]): string {
  const shown = names.length > mostShown ? [...names.slice(0, mostShown), '…'] : names
  return [...shown, names[0] ?? ''].join(' → ')
}

interface NormalEdge extends EdgeEntry {
  readonly node: NodeEntry
  readonly upstream: NodeEntry
}

/** Whether an edge joins two different nodes of one cycle; a node that comes after itself is another rule's. */
function isNormal(edge: EdgeEntry): edge is NormalEdge {
  const { type, node, upstream } = edge
  return type === 'Normal' && node !== undefined && upstream !== undefined && node !== upstream
}

function groupByNode(edges: readonly EdgeEntry[]): ReadonlyMap<number, readonly NormalEdge[]> {
  const groups = new Map<number, NormalEdge[]>()
  for (const edge of edges) if (isNormal(edge)) addToGroup(groups, edge.node.place, edge)
  return groups
}

/** Nodes wait for one another in a circle. */
export const graphCycle: Rule = {
  name: 'graph/cycle',
  severity: 'error',
  summary: 'Nodes depend on one another in a circle within one cycle.',
  evidence: 'No instance of such a circle could ever start; dependencies across cycles do not count.',
  run(index, report) {
    const next: number[][] = index.nodes.map(() => [])
    for (const edge of index.edges) if (isNormal(edge)) next[edge.node.place]?.push(edge.upstream.place)
    const cycles = findCycles(next)
    const edgesFrom = cycles.length === 0 ? undefined : groupByNode(index.edges)
    for (const cycle of cycles) {
      const nodes = cycle.map((place) => index.nodes[place]).filter((node) => node !== undefined)
      const edge = edgesFrom?.get(cycle[0] ?? -1)?.find(({ upstream }) => upstream === nodes[1])
      if (edge === undefined) continue
      const names = nodes.map((node) => node.name ?? node.key)
      const message = `These nodes wait for one another: ${pathText(names)}.`
      const hint = 'Read "a → b" as "a comes after b"; remove one of these dependencies.'
      const subject = { kind: 'node', name: edge.node.name ?? edge.node.key }
      report({ message, hint, path: pointerOf(edge.entity), subject })
    }
  },
}
