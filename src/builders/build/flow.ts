import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { isRecord } from '../../document/json/records.ts'
import type { FlowDependency, FlowNode } from '../../language/generated/types.ts'
import { chainItems } from '../chain.ts'
import type { NodeState } from '../node/node-state.ts'
import { type BuildContext, type FlowBase, nodePointer } from './context.ts'
import { type BuiltNodes, buildEdges } from './edges.ts'
import { buildNode } from './node.ts'

/** The nodes of a flow with what depends on what. */
export interface BuiltFlow extends BuiltNodes {
  readonly nodes: FlowNode[]
  readonly dependencies: FlowDependency[]
}

function reportStray(owner: string, position: number, context: BuildContext): void {
  const message = `${owner} was given a node that is not a node builder.`
  const hint = 'Make nodes with node(name, command) or a function such as odpsSql(name).'
  const path = nodePointer(position, context)
  context.report(createDiagnostic({ rule: 'schema/type', severity: 'error', message, hint, path }))
}

/** A node that was read may have no name, or be none; its builder has a name all the same. */
function firstByName({ states, nodes }: BuiltNodes): Map<string, FlowNode> {
  const first = new Map<string, FlowNode>()
  for (const [at, node] of nodes.entries()) {
    const state = states[at]
    const name = state?.base === undefined ? node.name : state.name
    if (!first.has(name) && isRecord(node)) first.set(name, node)
  }
  return first
}

function noteSuppressions({ suppressions, name }: NodeState, position: number, context: BuildContext): void {
  if (suppressions === undefined) return
  const path = nodePointer(position, context)
  for (const entry of chainItems(suppressions)) context.suppressions.push({ ...entry, path, node: name })
}

/**
 * Builds the nodes of a workflow or of the body of a loop, and the dependencies between them.
 *
 * @param states - what is known of each node; undefined for a value that was no node builder
 * @param owner - who holds the flow, for faults
 * @param read - the flow as read, when it was
 */
export function buildFlow(
  states: readonly (NodeState | undefined)[],
  owner: string,
  context: BuildContext,
  read?: FlowBase,
): BuiltFlow {
  const built: NodeState[] = []
  const nodes: FlowNode[] = []
  for (const state of states) {
    if (state === undefined) {
      reportStray(owner, nodes.length, context)
      continue
    }
    noteSuppressions(state, nodes.length, context)
    nodes.push(buildNode(state, nodes.length, context))
    built.push(state)
  }
  const byName = firstByName({ states: built, nodes })
  for (const link of context.links) link(byName)
  return { states: built, nodes, dependencies: buildEdges({ states: built, nodes }, byName, context, read) }
}
