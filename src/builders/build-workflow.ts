import type { Suppression } from '../check/check-options.ts'
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDocument, FlowNode, FlowTrigger, FlowWorkflow } from '../model/generated/types.ts'
import { applyExtra } from './apply-extra.ts'
import type { BuildContext } from './build-context.ts'
import { buildEdges, type NodeToConnect } from './build-edges.ts'
import { buildNode } from './build-node.ts'
import type { BuildOptions } from './build-options.ts'
import { buildOutputs } from './build-outputs.ts'
import { buildTrigger } from './build-trigger.ts'
import { chainItems } from './chain.ts'
import { defined } from './defined.ts'
import { nodeState } from './node-builder-impl.ts'
import { orderFields } from './order-fields.ts'
import { withoutUnit } from './without-unit.ts'
import type { WorkflowState } from './workflow-state.ts'

const place = '/spec/workflows/0'

/** A workflow as a document, what could not be put into it, and what the user silenced. */
export interface BuiltWorkflow {
  readonly document: FlowDocument
  readonly faults: readonly Diagnostic[]
  readonly suppressions: readonly Suppression[]
}

function buildNodes(state: WorkflowState, context: BuildContext): NodeToConnect[] {
  const built: NodeToConnect[] = []
  for (const builder of chainItems(state.nodes)) {
    const path = `${place}/nodes/${built.length}`
    const from = nodeState(builder)
    if (from !== undefined) built.push({ state: from, node: buildNode(from, path, context) })
    else {
      const message = `Workflow '${state.name}' was given a node that is not a node builder.`
      const hint = 'Make nodes with node(name, command) or a function such as odpsSql(name).'
      context.report(createDiagnostic({ rule: 'schema/type', severity: 'error', message, hint, path }))
    }
  }
  return built
}

function firstByName(connect: readonly NodeToConnect[]): Map<string, FlowNode> {
  const nodes = new Map<string, FlowNode>()
  for (const { node } of connect) if (!nodes.has(node.name)) nodes.set(node.name, node)
  return nodes
}

function workflowTrigger(state: WorkflowState): FlowTrigger | undefined {
  // The types keep a schedule off a manual workflow; one that comes all the same is shown, for the check to find.
  if (state.kind === 'ManualWorkflow') return { type: 'Manual', ...state.trigger }
  return state.trigger === undefined ? undefined : buildTrigger(state.trigger)
}

function suppressionsOf(state: WorkflowState, connect: readonly NodeToConnect[]): readonly Suppression[] {
  const found: Suppression[] = [...chainItems(state.suppressions)]
  for (const [position, { state: node }] of connect.entries()) {
    for (const entry of chainItems(node.suppressions)) {
      found.push({ ...entry, path: `${place}/nodes/${position}`, node: node.name })
    }
  }
  return found
}

function buildEntity(state: WorkflowState, connect: readonly NodeToConnect[], context: BuildContext): FlowWorkflow {
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
    nodes: connect.map(({ node }) => node),
    dependencies: buildEdges(connect, firstByName(connect), `${place}/dependencies`, context),
    citable: state.citable,
  })
  return applyExtra(workflow, state.extra, place, context)
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
  const connect = buildNodes(state, context)
  const document: FlowDocument = {
    kind: state.kind,
    version: options.version ?? '1.1.0',
    spec: { name: state.name, type: state.kind, workflows: [buildEntity(state, connect, context)] },
  }
  return { document, faults, suppressions: suppressionsOf(state, connect) }
}
