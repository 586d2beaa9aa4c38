import type { Suppression } from '../check/check-options.ts'
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDocument, FlowNode, FlowTrigger, FlowWorkflow } from '../model/generated/types.ts'
import { applyExtra } from './apply-extra.ts'
import type { BuildContext } from './build-context.ts'
import { type BuiltNodes, buildEdges } from './build-edges.ts'
import { buildNode } from './build-node.ts'
import type { BuildOptions } from './build-options.ts'
import { buildOutputs } from './build-outputs.ts'
import { buildTrigger } from './build-trigger.ts'
import { chainItems } from './chain.ts'
import { defined } from './defined.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import type { NodeState } from './node-state.ts'
import { orderFields } from './order-fields.ts'
import { nodePointer, workflowPointer } from './pointers.ts'
import { withoutUnit } from './without-unit.ts'
import type { WorkflowState } from './workflow-state.ts'

/** A workflow as a document, what could not be put into it, and what the user silenced. */
export interface BuiltWorkflow {
  readonly document: FlowDocument
  readonly faults: readonly Diagnostic[]
  readonly suppressions: readonly Suppression[]
}

function reportStray(state: WorkflowState, position: number, context: BuildContext): void {
  const message = `Workflow '${state.name}' was given a node that is not a node builder.`
  const hint = 'Make nodes with node(name, command) or a function such as odpsSql(name).'
  const path = nodePointer(position)
  context.report(createDiagnostic({ rule: 'schema/type', severity: 'error', message, hint, path }))
}

function buildNodes(state: WorkflowState, context: BuildContext): BuiltNodes {
  const states: NodeState[] = []
  const nodes: FlowNode[] = []
  for (const builder of chainItems(state.nodes).flat()) {
    const from = NodeBuilderImpl.stateOf(builder)
    if (from === undefined) {
      reportStray(state, nodes.length, context)
      continue
    }
    nodes.push(buildNode(from, nodes.length, context))
    states.push(from)
  }
  return { states, nodes }
}

function firstByName(nodes: readonly FlowNode[]): Map<string, FlowNode> {
  const first = new Map<string, FlowNode>()
  for (const node of nodes) if (!first.has(node.name)) first.set(node.name, node)
  return first
}

function workflowTrigger(state: WorkflowState): FlowTrigger | undefined {
  // The types keep a schedule off a manual workflow; one that comes all the same is shown, for the check to find.
  if (state.kind === 'ManualWorkflow') return { type: 'Manual', ...state.trigger }
  return state.trigger === undefined ? undefined : buildTrigger(state.trigger)
}

function suppressionsOf(state: WorkflowState, { states }: BuiltNodes): readonly Suppression[] {
  const found: Suppression[] = [...chainItems(state.suppressions)]
  for (const [position, node] of states.entries()) {
    if (node.suppressions === undefined) continue
    for (const entry of chainItems(node.suppressions)) {
      found.push({ ...entry, path: nodePointer(position), node: node.name })
    }
  }
  return found
}

function buildEntity(state: WorkflowState, built: BuiltNodes, context: BuildContext): FlowWorkflow {
  const names = { name: state.name, key: state.name }
  const workflow: FlowWorkflow = defined({
    id: state.id,
    owner: state.owner ?? context.defaults.owner,
    description: state.description,
    script: { path: state.path ?? state.name, runtime: { command: 'WORKFLOW' } },
    trigger: workflowTrigger(state),
    strategy: state.strategy === undefined ? undefined : orderFields('Strategy', withoutUnit(state.strategy, context)),
    name: state.name,
    inputs: {},
    outputs: { nodeOutputs: buildOutputs(state.outputs, names, context) },
    nodes: built.nodes,
    dependencies: buildEdges(built, firstByName(built.nodes), context),
    citable: state.citable,
  })
  return applyExtra(workflow, state.extra, () => workflowPointer, context)
}

/** Makes the document of a workflow, unchecked. */
export function buildWorkflow(state: WorkflowState, options: BuildOptions): BuiltWorkflow {
  const faults: Diagnostic[] = []
  const context: BuildContext = {
    options,
    defaults: state.defaults ?? {},
    folder: state.path ?? state.name,
    report: (fault) => faults.push(fault),
  }
  const built = buildNodes(state, context)
  const document: FlowDocument = {
    kind: state.kind,
    version: options.version ?? '1.1.0',
    spec: { name: state.name, type: state.kind, workflows: [buildEntity(state, built, context)] },
  }
  return { document, faults, suppressions: suppressionsOf(state, built) }
}
