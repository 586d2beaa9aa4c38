import { addToGroup } from '../../document/add-to-group.ts'
import { pointerOf } from '../../document/entity.ts'
import type { SpecIndex } from '../../document/spec-index.ts'
import { cyclicCore } from '../../graph/cyclic-core.ts'
import { findCycles } from '../../graph/find-cycles.ts'
import { isNormal, type NormalEdge, normalEdges } from '../normal-edges.ts'
import type { Rule } from '../rule.ts'

const mostShown = 12

function pathText(names: readonly string[]): string {
  const shown = names.length > mostShown ? [...names.slice(0, mostShown), '…'] : names
  return [...shown, names[0] ?? ''].join(' → ')
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
    const left = cyclicCore(index.nodes.length, normalEdges(index))
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
