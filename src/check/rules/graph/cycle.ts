import type { Entity } from '../../../document/index/entity.ts'
import type { SpecIndex } from '../../../document/index/spec-index.ts'
import { isRecord } from '../../../document/json/records.ts'
import type { EdgeList } from '../../../graph/adjacency.ts'
import { aroundWorkflows } from '../../../graph/around-workflows.ts'
import { describeCycle, eachNameOnce } from '../../../graph/cycle-text.ts'
import { type BodyCycle, cyclesThroughBodies } from '../../../graph/cycles-through-bodies.ts'
import { graphOf } from '../../../graph/graph-of.ts'
import { isOfWorkflow, Moments } from '../../../graph/moments.ts'
import { shortestCycles } from '../../../graph/shortest-cycles.ts'
import { type Dependent, edgeFinding } from '../../engine/finding.ts'
import { isJoined, isNormal, type Joined, type NormalEdge, normalEdges } from '../../engine/normal-edges.ts'
import type { Rule } from '../../engine/rule.ts'
import { unlistedInputs } from '../../engine/unlisted-inputs.ts'

/** An input that no dependency names, which makes one node come after another all the same. */
type Input = Joined & { readonly entity: Entity }

/** What makes one moment come after another. */
interface Wait {
  readonly edge: Dependent
  readonly dependent: number
  readonly upstream: number
}

function* waitsOf(index: SpecIndex, inputs: readonly Input[], moments: Moments | undefined): Generator<Wait> {
  for (const edge of index.edges) {
    const ends = moments?.ends(edge) ?? (isNormal(edge) ? [edge.node.place, edge.upstream.place] : undefined)
    if (ends !== undefined) yield { edge, dependent: ends[0], upstream: ends[1] }
  }
  for (const edge of inputs) yield { edge, dependent: edge.node.place, upstream: edge.upstream.place }
}

/** What waits for what where workflows wait as a whole, or are waited for. */
function withWorkflows(moments: Moments, waits: Iterable<Wait>): EdgeList {
  const from: number[] = []
  const to: number[] = []
  const inside = moments.inWorkflows()
  for (let at = 0; at < inside.length; at += 2) {
    from.push(inside[at] ?? 0)
    to.push(inside[at + 1] ?? 0)
  }
  for (const { dependent, upstream } of waits) {
    from.push(dependent)
    to.push(upstream)
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) }
}

/**
 * Cycles that lead through the body of a loop: found where a dependency leads into a body or out of it, besides those that
 * are known.
 */
function* throughBodies(index: SpecIndex, known: readonly (readonly number[])[]): Generator<[NormalEdge, BodyCycle]> {
  const crossing = index.edges.filter(isNormal).filter(({ node, upstream }) => node.flow !== upstream.flow)
  if (crossing.length === 0 || !isRecord(index.document)) return
  for (const cycle of cyclesThroughBodies(graphOf(index.document))) {
    const { places } = cycle
    if (known.some((moments) => moments.every((moment) => places.has(moment)))) continue
    const edge = crossing.find(({ node, upstream }) => places.has(node.place) && places.has(upstream.place))
    if (edge !== undefined) yield [edge, cycle]
  }
}

/** Nodes or workflows wait for one another in a cycle. */
export const graphCycle: Rule = {
  name: 'graph/cycle',
  severity: 'error',
  summary: 'Nodes or workflows depend on one another in a circle within one cycle.',
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
    // Most documents have no workflow that waits as a whole; of those only the nodes count.
    const moments = index.edges.some(isOfWorkflow) ? new Moments(index) : undefined
    const count = moments?.count ?? index.nodes.length
    const waiting = moments ? withWorkflows(moments, waitsOf(index, inputs, moments)) : normalEdges(index, inputs)
    // From what comes first to what comes after it, as the graph has it.
    const found = shortestCycles(count, { from: waiting.to, to: waiting.from })
    for (const [edge, cycle] of throughBodies(index, found))
      report(edgeFinding(edge, '', describeCycle(eachNameOnce(cycle.names))))
    if (found.length === 0) return
    const keyOf = (dependent: number, upstream: number): number => dependent * count + upstream
    const edges = new Map<number, Dependent>()
    for (const { edge, dependent, upstream } of waitsOf(index, inputs, moments)) {
      const key = keyOf(dependent, upstream)
      if (!edges.has(key)) edges.set(key, edge)
    }
    const names = moments?.names() ?? index.nodes.map(({ name, key }) => name ?? key)
    for (const whole of found) {
      const cycle = moments ? aroundWorkflows(whole, (moment) => moments.endAfter(moment)) : whole
      const keys = cycle.map((moment, at) => keyOf(moment, cycle.at(at - 1) ?? 0))
      const edge = keys.map((key) => edges.get(key)).find((one) => one !== undefined)
      if (edge === undefined) continue
      const text = describeCycle(eachNameOnce(cycle.map((moment) => names[moment] ?? '')))
      report(edgeFinding(edge, '', text))
    }
  },
}
