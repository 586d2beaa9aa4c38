import { isRecord } from '../../document/json/records.ts'
import { idRenamer } from '../../document/rename-ids.ts'
import type { FlowDependency, FlowNode } from '../../language/generated/types.ts'
import { chainItems } from '../chain.ts'
import type { NodeState } from '../node/node-state.ts'
import { type BuildContext, nodePointer } from './context.ts'
import { type BuiltNodes, buildEdges } from './edges.ts'
import { buildFault } from './faults.ts'
import { buildNode } from './node.ts'
import type { FlowOrigin } from './origin.ts'
import { noteTaken } from './taken.ts'

/** The nodes of a flow with what depends on what. */
export interface BuiltFlow extends BuiltNodes {
  readonly nodes: FlowNode[]
  readonly dependencies: FlowDependency[]
}

function reportStray(owner: string, index: number, context: BuildContext): void {
  const message = `${owner} was given a node that is not a node builder.`
  const hint = 'Make nodes with node(name, command) or a function such as odpsSql(name).'
  context.report(buildFault('schema/type', { message, hint }, nodePointer(index, context)))
}

/** A node that was read may have no name, or be none; its builder has a name all the same. */
function firstByName({ states, nodes }: BuiltNodes): Map<string, FlowNode> {
  const first = new Map<string, FlowNode>()
  for (const [at, node] of nodes.entries()) {
    const state = states[at]
    const name = state?.origin === undefined ? node.name : state.name
    if (!first.has(name) && isRecord(node)) first.set(name, node)
  }
  return first
}

function noteSuppressions({ suppressions, name }: NodeState, index: number, context: BuildContext): void {
  if (suppressions === undefined) return
  const path = nodePointer(index, context)
  for (const entry of chainItems(suppressions)) context.suppressions.push({ ...entry, path, node: name })
}

function noteGiven({ given, name }: NodeState, held: FlowNode, pointer: string, { taken }: BuildContext): void {
  if (given !== undefined) noteTaken(chainItems(given), { by: { kind: 'node', name }, held, pointer }, taken)
}

/** Where nodes that were read got other ids, nodes and dependencies name them by those. */
function renameNodes(
  nodes: FlowNode[],
  dependencies: FlowDependency[],
  ids: ReadonlyMap<string, string>,
): FlowDependency[] {
  if (ids.size === 0) return dependencies
  const rename = idRenamer({ nodes: ids })
  for (const node of nodes) if (!Object.isFrozen(node)) Object.assign(node, rename('Node', node))
  return dependencies.map((dependency) => rename('Dependency', dependency))
}

/**
 * Builds the nodes of a workflow or of the body of a loop, and the dependencies between them.
 *
 * @param given - what is known of each node; undefined for a value that was no node builder
 * @param owner - who holds the flow, for faults
 * @param origin - the flow as read, when it was
 */
export function buildFlow(
  given: readonly (NodeState | undefined)[],
  owner: string,
  context: BuildContext,
  origin?: FlowOrigin<NodeState>,
): BuiltFlow {
  const states: NodeState[] = []
  const nodes: FlowNode[] = []
  for (const state of given) {
    if (state === undefined) {
      reportStray(owner, nodes.length, context)
      continue
    }
    noteSuppressions(state, nodes.length, context)
    context.trace?.note(nodePointer(nodes.length, context), state)
    const node = buildNode(state, nodes.length, context)
    noteGiven(state, node, nodePointer(nodes.length, context), context)
    nodes.push(node)
    states.push(state)
  }
  const byName = firstByName({ states, nodes })
  for (const link of context.links) link(byName)
  const dependencies = buildEdges({ states, nodes }, byName, context, origin)
  return { states, nodes, dependencies: renameNodes(nodes, dependencies, context.newIds) }
}
