import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { FlowDepend, FlowDependency, FlowNode } from '../model/generated/types.ts'
import { findArm } from './arm-output.ts'
import type { BranchCase } from './branch-case.ts'
import type { BuildContext, NodesByName } from './build-context.ts'
import { chainItems } from './chain.ts'
import type { Dependency, PreviousDependency } from './dependency.ts'
import type { EdgesOf, FlowBase } from './entity-base.ts'
import { firstOutput } from './first-output.ts'
import type { NodeState } from './node-state.ts'
import { dependencyPointer } from './pointers.ts'
import { type WorkflowOutput, WorkflowOutputImpl } from './workflow-output.ts'

/** The nodes of a workflow: what the user said of each, and what it became. */
export interface BuiltNodes {
  readonly states: readonly NodeState[]
  readonly nodes: readonly FlowNode[]
}

type DependType = NonNullable<FlowDepend['type']>

function dependOnNode(type: DependType, name: string, nodes: NodesByName): FlowDepend {
  const node = nodes.get(name)
  const output = firstOutput(node)
  // A name that is not there stays in the document as it was written, where the check finds it.
  if (node === undefined || output === undefined) return { type, nodeId: node?.id ?? name }
  return { type, output, refTableName: name }
}

function dependOnCase(
  { name, arm }: BranchCase,
  from: NodeState,
  nodes: NodesByName,
  position: number,
  context: BuildContext,
): FlowDepend | undefined {
  const node = nodes.get(name)
  if (node === undefined) return dependOnNode('Normal', name, nodes)
  const output = findArm(node, arm, context)
  if (output !== undefined) return { type: 'Normal', output, refTableName: name }
  const message = `Node '${from.name}' comes after arm '${arm}' of '${name}', which has no such arm.`
  const hint = `Add it with .arm('${arm}', condition), or put the builder that has it into the workflow.`
  const path = dependencyPointer(position, context)
  const subject = { kind: 'node', name: from.name }
  context.report(
    createDiagnostic({ rule: 'reference/unknown-output', severity: 'error', message, hint, path, subject }),
  )
  return undefined
}

function dependOnRoot(name: string, position: number, context: BuildContext): FlowDepend | undefined {
  const { project } = context.options
  if (project !== undefined) return { type: 'Normal', output: `${project}_root` }
  const message = `Node '${name}' comes after the project's root, but the project is not known.`
  const hint = "Build with the project's name: build({ project: 'my_project' })."
  const path = dependencyPointer(position, context)
  const subject = { kind: 'node', name }
  context.report(
    createDiagnostic({ rule: 'reference/unknown-project', severity: 'error', message, hint, path, subject }),
  )
  return undefined
}

function dependOnWorkflow(
  type: DependType,
  item: WorkflowOutput,
  { name }: NodeState,
  position: number,
  context: BuildContext,
): FlowDepend | undefined {
  const { workflow, node = workflow } = item
  const output = WorkflowOutputImpl.resolve(item, context.options)
  if (output !== undefined) return { type, output, refTableName: node }
  const message = `Node '${name}' comes after '${node}' of workflow '${workflow}', which has no such node.`
  const path = dependencyPointer(position, context)
  const subject = { kind: 'node', name }
  const hint = 'Ask a workflow that has the node for its output.'
  context.report(
    createDiagnostic({ rule: 'reference/unknown-output', severity: 'error', message, hint, path, subject }),
  )
  return undefined
}

function normalDepend(
  item: Dependency,
  from: NodeState,
  nodes: NodesByName,
  position: number,
  context: BuildContext,
): FlowDepend | undefined {
  if (typeof item === 'string') return dependOnNode('Normal', item, nodes)
  if ('toJSON' in item) return dependOnNode('Normal', item.name, nodes)
  if (item.kind === 'external') return { type: 'Normal', output: item.output }
  if (item.kind === 'workflowOutput') return dependOnWorkflow('Normal', item, from, position, context)
  if (item.kind === 'case') return dependOnCase(item, from, nodes, position, context)
  return dependOnRoot(from.name, position, context)
}

function previousDepend(
  item: PreviousDependency,
  from: NodeState,
  nodes: NodesByName,
  position: number,
  context: BuildContext,
): FlowDepend | undefined {
  if (item === 'self') return dependOnNode('CrossCycleDependsOnSelf', from.name, nodes)
  if (item === 'children') return dependOnNode('CrossCycleDependsOnChildren', from.name, nodes)
  // The types take no other text; from plain JavaScript it is taken for a name, which the check looks for.
  if (typeof item === 'string') return dependOnNode('CrossCycleDependsOnOtherNode', item, nodes)
  if ('toJSON' in item) return dependOnNode('CrossCycleDependsOnOtherNode', item.name, nodes)
  const type = 'CrossCycleDependsOnOtherNode'
  return item.kind === 'external'
    ? { type, output: item.output }
    : dependOnWorkflow(type, item, from, position, context)
}

/** The dependencies without repetitions. */
function eachOnce(depends: readonly FlowDepend[]): readonly FlowDepend[] {
  if (depends.length < 2) return depends
  return [...new Map(depends.map((depend) => [JSON.stringify(depend), depend])).values()]
}

function buildDepends(
  state: NodeState,
  nodes: NodesByName,
  position: number,
  context: BuildContext,
): readonly FlowDepend[] {
  const depends: FlowDepend[] = []
  const items = chainItems(state.after)
  for (const item of state.structure?.upstreams?.() ?? []) items.push(item)
  for (const item of items) {
    const depend = normalDepend(item, state, nodes, position, context)
    if (depend !== undefined) depends.push(depend)
  }
  for (const item of chainItems(state.afterPrevious)) {
    const depend = previousDepend(item, state, nodes, position, context)
    if (depend !== undefined) depends.push(depend)
  }
  return eachOnce(depends)
}

/**
 * The dependencies of all nodes that have any, in the order of the nodes; those that were read keep their places.
 *
 * @param read - the flow as read, when it was
 */
export function buildEdges(
  { states, nodes }: BuiltNodes,
  byName: NodesByName,
  context: BuildContext,
  read?: FlowBase,
): FlowDependency[] {
  const edgesOf: EdgesOf = (at, position) => {
    const state = states[at]
    const node = nodes[at]
    if (state === undefined || node === undefined) return []
    const { after, afterPrevious, structure, base } = state
    const asks = after !== undefined || afterPrevious !== undefined || structure !== undefined
    const depends = asks ? buildDepends(state, byName, position, context) : []
    if (base !== undefined) return base.addDepends(base, node, depends)
    return depends.length === 0 ? [] : [{ nodeId: node.id ?? state.name, depends }]
  }
  const dependencies = read?.orderEdges(states, read, edgesOf) ?? []
  if (read === undefined) {
    for (const at of states.keys()) for (const edge of edgesOf(at, dependencies.length)) dependencies.push(edge)
  }
  const base = states.find((state) => state.base !== undefined)?.base
  return base === undefined ? dependencies : base.renameOwners(states, dependencies)
}
