import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import { childEntities, childEntity, type Entity, hasShape } from '../../../document/index/entity.ts'
import { addToGroup } from '../../../document/index/first-by-key.ts'
import type { EdgeEntry, NodeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { parseReference } from '../../../document/references.ts'
import { findingAt } from '../../engine/finding.ts'
import { mayBeExternalOutput, outputText } from '../../engine/outputs.ts'
import type { Rule } from '../../engine/rule.ts'

/** The dependencies of the nodes that have a join. */
function edgesOfJoins(index: SpecIndex): ReadonlyMap<number, readonly EdgeEntry[]> {
  const groups = new Map<number, EdgeEntry[]>()
  if (index.entitiesOf('Join').length === 0) return groups
  for (const node of index.nodes) if (childEntity(node.entity, 'join') !== undefined) groups.set(node.place, [])
  for (const edge of index.edges) {
    if (edge.node !== undefined && groups.has(edge.node.place)) addToGroup(groups, edge.node.place, edge)
  }
  return groups
}

/** What is wrong with an arm, and the way out. */
type Fault = readonly [what: string, hint: string]

/** A status code on which sources disagree, or no code at all; undefined where the codes are fine. */
function statusFault(arm: Entity): Fault | undefined {
  const assertion = childEntity(arm, 'assertion')
  const codes: unknown = hasShape(assertion) ? assertion.value['in'] : undefined
  if (!Array.isArray(codes)) return undefined
  const code: unknown = codes.find((item) => item !== '1' && item !== '2')
  if (code === undefined && codes.length > 0) return undefined
  const near = typeof code === 'string' ? didYouMean(code, ['Success', 'NotRun']) : undefined
  const fault = `waits for the status ${showValue(code)}; sources agree on "1", success, and "2", not run`
  return [fault, near === undefined ? "Write 'Success' or 'NotRun'." : `Did you mean "${near}"?`]
}

/** An arm waits for nodes behind a branch, which may not run, and not for the branch node, which always does. */
function branchFault(node: NodeEntry | undefined): Fault | undefined {
  const isBranch = node?.entity.child('branch') !== undefined
  if (!isBranch) return undefined
  return [`waits for '${node?.name ?? ''}', the branch node, and not for a node behind it`, 'Give it that node.']
}

/** What a node comes after: the nodes, and the ids and outputs as they are written. */
class Upstreams {
  readonly #nodes = new Set<NodeEntry>()
  readonly #ids = new Set<string | undefined>()
  readonly #outputs = new Set<string | undefined>()

  constructor(edges: readonly EdgeEntry[]) {
    for (const { entity, upstream } of edges) {
      if (upstream !== undefined) this.#nodes.add(upstream)
      this.#ids.add(readText(entity.value, 'nodeId'))
      this.#outputs.add(readText(entity.value, 'output'))
    }
  }

  has(node: NodeEntry | undefined, nodeId: string | undefined, output: string | undefined): boolean {
    if (node !== undefined && this.#nodes.has(node)) return true
    return (nodeId !== undefined && this.#ids.has(nodeId)) || (output !== undefined && this.#outputs.has(output))
  }
}

/** What is wrong with the node or output an arm names; undefined when nothing is. */
function faultOf(arm: Entity, upstreams: Upstreams, { nodesByKey, outputs }: SpecIndex): Fault | undefined {
  const nodeId = readText(arm.value, 'nodeId')
  const output = outputText(arm)
  const node = nodesByKey.first.get((nodeId && parseReference(nodeId)) ?? '') ?? outputs.first.get(output ?? '')?.node
  if (upstreams.has(node, nodeId, output)) return branchFault(node)
  const named = nodeId ?? output
  // An output by a reference is looked up by another rule.
  if (named === undefined)
    return (arm.value['output'] ?? undefined) === undefined ? ['names no node and no output', 'Name one.'] : undefined
  const isKnown =
    node !== undefined || (nodeId === undefined && (outputs.first.has(named) || mayBeExternalOutput(named)))
  if (isKnown) return [`waits for '${named}', which the node does not depend on`, 'Let the node come after it too.']
  const near = didYouMean(named, [...nodesByKey.first.keys(), ...outputs.first.keys()])
  const hint = near === undefined ? 'Name a node or an output of the document.' : `Did you mean "${near}"?`
  return [`names '${named}', which is not in the document`, hint]
}

/** A join waits for something the node does not come after, or for a status that means nothing for certain. */
export const controlJoinArm: Rule = {
  name: 'control/join-arm',
  severity: 'warning',
  summary:
    'An arm of a join names nothing in the document, or something the node does not depend on, or a disputed status.',
  evidence: 'Node documentation: each arm is a dependency of the node too. Sources disagree on the code of failure.',
  example: `
    import { join, shell, workflow } from 'flowspec'

    const pack = shell('pack').code('./pack.sh')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // 3 is a failure in some sources and nothing in others.
    export const wrong = orders.nodes(pack, join('packed').arm('a', pack, { status: ['Success', '3'] }))

    export const right = orders.nodes(pack, join('packed').arm('a', pack, { status: ['Success', 'NotRun'] }))
  `,
  run(index, report) {
    for (const [place, edges] of edgesOfJoins(index)) {
      const join = index.nodes[place]?.entity.child('join')
      if (join === undefined) continue
      const upstreams = new Upstreams(edges)
      for (const arm of childEntities(join, 'branches')) {
        if (!hasShape(arm)) continue
        const fault = faultOf(arm, upstreams, index) ?? statusFault(arm)
        if (fault === undefined) continue
        const [what, hint] = fault
        const message = `Arm '${readText(arm.value, 'name') ?? ''}' of the join ${what}.`
        report(findingAt(arm, '', { message, hint }))
      }
    }
  },
}
