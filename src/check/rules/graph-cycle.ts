import { addToGroup } from '../../document/add-to-group.ts'
import { pointerOf } from '../../document/entity.ts'
import type { EdgeEntry, NodeEntry, SpecIndex } from '../../document/spec-index.ts'
import { cyclicCore, type EdgeList } from '../../graph/cyclic-core.ts'
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

function edgeList(index: SpecIndex): EdgeList {
  const from = new Int32Array(index.edges.length)
  const to = new Int32Array(index.edges.length)
  let length = 0
  for (const edge of index.edges) {
    if (!isNormal(edge)) continue
    from[length] = edge.node.place
    to[length++] = edge.upstream.place
  }
  return { from: from.subarray(0, length), to: to.subarray(0, length) }
}

/** The edges among the nodes that are left, by the place of the node they lead from. */
function edgesAmong(index: SpecIndex, left: Uint8Array): ReadonlyMap<number, readonly NormalEdge[]> {
  const groups = new Map<number, NormalEdge[]>()
  for (const edge of index.edges) {
    if (isNormal(edge) && left[edge.node.place] === 1 && left[edge.upstream.place] === 1) {
      addToGroup(groups, edge.node.place, edge)
    }
  }
  return groups
}

/** Nodes wait for one another in a circle. */
export const graphCycle: Rule = {
  name: 'graph/cycle',
  severity: 'error',
  summary: 'Nodes depend on one another in a circle within one cycle.',
  evidence: 'No instance of such a circle could ever start; dependencies across cycles do not count.',
  run(index, report) {
    const left = cyclicCore(index.nodes.length, edgeList(index))
    if (left === undefined) return
    const edgesFrom = edgesAmong(index, left)
    const next = index.nodes.map(({ place }) => edgesFrom.get(place)?.map(({ upstream }) => upstream.place) ?? [])
    for (const cycle of findCycles(next)) {
      const nodes = cycle.map((place) => index.nodes[place]).filter((node) => node !== undefined)
      const edge = edgesFrom.get(cycle[0] ?? -1)?.find(({ upstream }) => upstream === nodes[1])
      if (edge === undefined) continue
      const names = nodes.map((node) => node.name ?? node.key)
      const message = `These nodes wait for one another: ${pathText(names)}.`
      const hint = 'Read "a → b" as "a comes after b"; remove one of these dependencies.'
      const subject = { kind: 'node', name: edge.node.name ?? edge.node.key }
      report({ message, hint, path: pointerOf(edge.entity), subject })
    }
  },
}
