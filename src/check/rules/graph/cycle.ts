import { type Entity, pointerOf } from '../../../document/index/entity.ts'
import { describeCycle } from '../../../graph/cycle-text.ts'
import { shortestCycles } from '../../../graph/shortest-cycles.ts'
import { isJoined, isNormal, type Joined, normalEdges } from '../../engine/normal-edges.ts'
import type { Rule } from '../../engine/rule.ts'
import { unlistedInputs } from '../../engine/unlisted-inputs.ts'

/** What makes one node come after another: a dependency, or an input that no dependency names. */
type Edge = Joined & { readonly entity: Entity }

/** The first edge from each node to each other. */
function edgesByEnds(
  edges: readonly Edge[],
  keyOf: (node: number, upstream: number) => number,
): ReadonlyMap<number, Edge> {
  // Backwards, so that the first between two nodes is the one that stays.
  return new Map([...edges].reverse().map((edge) => [keyOf(edge.node.place, edge.upstream.place), edge]))
}

/** Nodes wait for one another in a cycle. */
export const graphCycle: Rule = {
  name: 'graph/cycle',
  severity: 'error',
  summary: 'Nodes depend on one another in a circle within one cycle.',
  evidence: 'No instance of such a circle could ever start; dependencies across cycles do not count.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').code('select 1')
    const dwd = odpsSql('dwd').code('select 2').after(ods)
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Each waits for the other, so neither ever starts.
    export const wrong = orders.nodes(ods.after('dwd'), dwd)

    // What is meant is often the result of the day before.
    export const right = orders.nodes(ods.afterPrevious(dwd), dwd)
  `,
  run(index, report) {
    const inputs = unlistedInputs(index).filter(isJoined)
    const { from, to } = normalEdges(index, inputs)
    // From what comes first to what comes after it, as the graph has it.
    const found = shortestCycles(index.nodes.length, { from: to, to: from })
    if (found.length === 0) return
    const keyOf = (node: number, upstream: number): number => node * index.nodes.length + upstream
    const edges = edgesByEnds([...index.edges.filter(isNormal), ...inputs], keyOf)
    for (const cycle of found) {
      const edge = edges.get(keyOf(cycle[0] ?? 0, cycle.at(-1) ?? 0))
      if (edge === undefined) continue
      const names = cycle.map((place) => index.nodes[place]).map((node) => node?.name ?? node?.key ?? '')
      const subject = { kind: 'node', name: edge.node.name ?? edge.node.key }
      report({ ...describeCycle(names), path: pointerOf(edge.entity), subject })
    }
  },
}
