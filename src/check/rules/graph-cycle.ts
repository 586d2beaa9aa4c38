import { addToGroup } from '../../document/add-to-group.ts'
import { type Entity, pointerOf } from '../../document/entity.ts'
import { cyclicCore } from '../../graph/cyclic-core.ts'
import { findCycles } from '../../graph/find-cycles.ts'
import { isJoined, isNormal, type Joined, normalEdges } from '../normal-edges.ts'
import type { Rule } from '../rule.ts'
import { unlistedInputs } from '../unlisted-inputs.ts'

const mostShown = 12

function pathText(names: readonly string[]): string {
  const shown = names.length > mostShown ? [...names.slice(0, mostShown), '…'] : names
  return [...shown, names[0] ?? ''].join(' → ')
}

/** What makes one node come after another: a dependency, or an input that no dependency names. */
type Edge = Joined & { readonly entity: Entity }

/** The edges among the nodes that are left, by the place of the node they lead from. */
function edgesAmong(edges: readonly Edge[], left: Uint8Array): ReadonlyMap<number, readonly Edge[]> {
  const groups = new Map<number, Edge[]>()
  for (const edge of edges) {
    if (left[edge.node.place] === 1 && left[edge.upstream.place] === 1) {
      addToGroup(groups, edge.node.place, edge)
    }
  }
  return groups
}

/**
 * Nodes wait for one another in a circle.
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 *
 * const ods = odpsSql('ods').code('select 1')
 * const dwd = odpsSql('dwd').code('select 2').after(ods)
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 *
 * // Each waits for the other, so neither ever starts.
 * export const wrong = orders.nodes(ods.after('dwd'), dwd)
 *
 * // What is meant is often the result of the day before.
 * export const right = orders.nodes(ods.afterPrevious(dwd), dwd)
 * ```
 */
export const graphCycle: Rule = {
  name: 'graph/cycle',
  severity: 'error',
  summary: 'Nodes depend on one another in a circle within one cycle.',
  evidence: 'No instance of such a circle could ever start; dependencies across cycles do not count.',
  run(index, report) {
    const inputs = unlistedInputs(index).filter(isJoined)
    const left = cyclicCore(index.nodes.length, normalEdges(index, inputs))
    if (left === undefined) return
    const edgesFrom = edgesAmong([...index.edges.filter(isNormal), ...inputs], left)
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
