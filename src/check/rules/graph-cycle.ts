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

/** Nodes wait for one another in a circle. */
export const graphCycle: Rule = {
  name: 'graph/cycle',
  severity: 'error',
  summary: 'Nodes depend on one another in a circle within one cycle.',
  evidence: 'No instance of such a circle could ever start; dependencies across cycles do not count.',
  run(index, report) {
    const places = new Map<NodeEntry, number>(index.nodes.map((node, place) => [node, place]))
    const next: number[][] = index.nodes.map(() => [])
    const edgeFrom = new Map<number, EdgeEntry[]>()
    for (const edge of index.edges) {
      const from = edge.node === undefined ? undefined : places.get(edge.node)
      const to = edge.upstream === undefined ? undefined : places.get(edge.upstream)
      if (edge.type !== 'Normal' || from === undefined || to === undefined || from === to) continue
      next[from]?.push(to)
      addToGroup(edgeFrom, from, edge)
    }
    for (const cycle of findCycles(next)) {
      const entries = cycle.map((place) => index.nodes[place]).filter((node) => node !== undefined)
      const [first, second] = entries
      const edge = edgeFrom.get(cycle[0] ?? -1)?.find(({ upstream }) => upstream === second)
      if (first === undefined || edge === undefined) continue
      const names = entries.map((node) => node.name ?? node.key)
      const message = `These nodes wait for one another: ${pathText(names)}.`
      const hint = 'Read "a → b" as "a comes after b"; remove one of these dependencies.'
      report({ message, hint, path: pointerOf(edge.entity), subject: { kind: 'node', name: first.name ?? first.key } })
    }
  },
}
