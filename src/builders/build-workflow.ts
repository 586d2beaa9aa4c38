import type { Suppression } from '../check/check-options.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDocument, FlowTrigger, FlowWorkflow } from '../model/generated/types.ts'
import { applyExtra } from './apply-extra.ts'
import type { BuildContext } from './build-context.ts'
import { type BuiltFlow, buildFlow } from './build-flow.ts'
import type { BuildOptions } from './build-options.ts'
import { buildOutputs } from './build-outputs.ts'
import { buildTrigger } from './build-trigger.ts'
import { chainItems } from './chain.ts'
import { defined } from './defined.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import { orderFields } from './order-fields.ts'
import { workflowPlace, workflowPointer } from './pointers.ts'
import { withoutUnit } from './without-unit.ts'
import type { WorkflowState } from './workflow-state.ts'

/** A workflow as a document, what could not be put into it, and what the user silenced. */
export interface BuiltWorkflow {
  readonly document: FlowDocument
  readonly faults: readonly Diagnostic[]
  readonly suppressions: readonly Suppression[]
}

function workflowTrigger(state: WorkflowState): FlowTrigger | undefined {
  // The types keep a schedule off a manual workflow; one that comes all the same is shown, for the check to find.
  if (state.kind === 'ManualWorkflow') return { type: 'Manual', ...state.trigger }
  return state.trigger === undefined ? undefined : buildTrigger(state.trigger)
}

function buildEntity(state: WorkflowState, built: BuiltFlow, context: BuildContext): FlowWorkflow {
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
    dependencies: built.dependencies,
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
    place: workflowPlace,
    links: [],
    bodies: [],
    suppressions: [...chainItems(state.suppressions)],
    report: (fault) => faults.push(fault),
  }
  const builders = chainItems(state.nodes).flat()
  const states = builders.map((builder) => NodeBuilderImpl.stateOf(builder))
  const built = buildFlow(states, `Workflow '${state.name}'`, context)
  for (const body of context.bodies) body()
  const document: FlowDocument = {
    kind: state.kind,
    version: options.version ?? '1.1.0',
    spec: { name: state.name, type: state.kind, workflows: [buildEntity(state, built, context)] },
  }
  return { document, faults, suppressions: context.suppressions }
}
