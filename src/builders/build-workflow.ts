import type { FlowScript, FlowStrategy, FlowTrigger, FlowWorkflow } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'
import type { BuiltFlow } from './build-flow.ts'
import { buildParameters } from './build-node.ts'
import { buildOutputs } from './build-outputs.ts'
import { buildTrigger } from './build-trigger.ts'
import { defined } from './defined.ts'
import { orderFields } from './order-fields.ts'
import { withoutUnit } from './without-unit.ts'
import type { WorkflowState } from './workflow-state.ts'

/** The trigger of a workflow, as its kind has it. */
export function workflowTrigger(state: WorkflowState): FlowTrigger | undefined {
  // The types keep a schedule off these workflows; one that comes all the same is shown, for the check to find.
  if (state.kind === 'ManualWorkflow') return { type: 'Manual', ...state.trigger }
  if (state.kind === 'TriggerWorkflow') return { type: 'Custom', ...state.trigger }
  return state.trigger === undefined ? undefined : buildTrigger(state.trigger)
}

function workflowScript({ name, path = name, parameters }: WorkflowState): FlowScript {
  const script = { path, runtime: { command: 'WORKFLOW' } }
  return parameters === undefined ? script : { ...script, parameters: buildParameters(parameters) }
}

function workflowStrategy({ kind, strategy }: WorkflowState, context: BuildContext): FlowStrategy | undefined {
  const filled = kind === 'TriggerWorkflow' ? { recurrenceType: 'NoneAuto' as const, ...strategy } : strategy
  return filled === undefined ? undefined : orderFields('Strategy', withoutUnit(filled, context))
}

/** A workflow as the document holds it. */
export function buildWorkflow(state: WorkflowState, built: BuiltFlow, context: BuildContext): FlowWorkflow {
  const names = { name: state.name, key: state.name }
  return defined({
    id: state.id,
    owner: state.owner ?? context.defaults.owner,
    description: state.description,
    script: workflowScript(state),
    trigger: workflowTrigger(state),
    strategy: workflowStrategy(state, context),
    name: state.name,
    inputs: {},
    outputs: { nodeOutputs: buildOutputs(state.outputs, names, context) },
    nodes: built.nodes,
    dependencies: built.dependencies,
    citable: state.citable,
  })
}
