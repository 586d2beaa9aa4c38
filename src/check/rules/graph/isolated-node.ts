import { type Entity, hasShape } from '../../../document/index/entity.ts'
import type { FlowEntry, NodeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { findingAt } from '../../engine/finding.ts'
import { isLoopEnd, isLoopStart } from '../../engine/loops.ts'
import type { Rule } from '../../engine/rule.ts'
import { brokenFlows } from '../../engine/unread-parts.ts'

/** The marks of a node in what dependencies connect. */
const isDependent = 1
const isUpstream = 2

/** What the dependencies connect: nodes, by their places, and the flows in which some node comes after another. */
function connected({ edges, nodes }: SpecIndex): { readonly linked: Uint8Array; readonly flows: Set<FlowEntry> } {
  const linked = new Uint8Array(nodes.length)
  const flows = new Set<FlowEntry>()
  for (const { node, upstream } of edges) {
    if (node !== undefined) linked[node.place] = (linked[node.place] ?? 0) | isDependent
    if (upstream !== undefined) linked[upstream.place] = (linked[upstream.place] ?? 0) | isUpstream
    if (node !== undefined && upstream?.flow === node.flow && upstream !== node) flows.add(node.flow)
  }
  return { linked, flows }
}

/** What a node reads connects it too. */
function readsSomething(node: Entity): boolean {
  return (node.child('inputs')?.children.length ?? 0) > 0
}

/** The marks that all nodes of a body have, without its start and its end. */
function commonMarks({ nodes }: FlowEntry, linked: Uint8Array): number {
  let common = isDependent | isUpstream
  for (const node of nodes) {
    if (!(isLoopStart(node) || isLoopEnd(node))) common &= linked[node.place] ?? 0
  }
  return common
}

/**
 * Tells whether a node is the start of a body in which no node is the first, or the end of one in which none is the last:
 * what is wrong then is the cycle.
 */
function bordersOfCycles(linked: Uint8Array): (node: NodeEntry) => boolean {
  const marks = new Map<FlowEntry, number>()
  return (node) => {
    const mark = isLoopStart(node) ? isDependent : isLoopEnd(node) ? isUpstream : 0
    if (mark === 0) return false
    const common = marks.get(node.flow) ?? commonMarks(node.flow, linked)
    marks.set(node.flow, common)
    return (common & mark) !== 0
  }
}

/** Whether dependencies cannot be told apart by what they name, which other rules report. */
function isUnclear({ faulty, nodesByKey, nodesByName, outputs }: SpecIndex): boolean {
  return [nodesByKey, nodesByName, outputs].some(({ repeated }) => repeated.length > 0) || !faulty.every(hasShape)
}

/** A node is connected with nothing, while others of its workflow are connected with one another. */
export const graphIsolatedNode: Rule = {
  name: 'graph/isolated-node',
  severity: 'info',
  summary: 'A node is connected with nothing, while others of its workflow are.',
  evidence: 'Such a node runs all the same; it is often one whose dependency was forgotten.',
  example: `
    import { virtual, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start'), virtual('load').after('start'))

    export const wrong = orders.nodes(virtual('report'))

    export const right = orders.nodes(virtual('report').after('load'))
  `,
  run(index, report) {
    const { linked, flows } = connected(index)
    if (flows.size === 0 || !linked.includes(0) || isUnclear(index)) return
    const broken = brokenFlows(index)
    const isBorderOfCycle = bordersOfCycles(linked)
    for (const node of index.nodes) {
      const { entity, flow, name, place } = node
      if (linked[place] !== 0 || !flows.has(flow) || broken.has(flow) || readsSomething(entity)) continue
      if (isBorderOfCycle(node)) continue
      report(findingAt(entity, '', { message: `Node '${name ?? ''}' is connected with no other.` }))
    }
  },
}
