import { isRecord } from '../../document/json/records.ts'
import type { FlowWorkflow } from '../../language/generated/types.ts'
import type { BuildContext, EntityBase, FlowBase } from '../build/context.ts'
import { workflowTrigger } from '../build/document.ts'
import type { BuiltFlow } from '../build/flow.ts'
import { buildParameters } from '../build/node.ts'
import { buildOutputs } from '../build/outputs.ts'
import { asShape, defined } from '../fields.ts'
import { withoutUnit } from '../node/strategy.ts'
import { buildTrigger } from '../node/trigger.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import { layOver } from './merged-fields.ts'
import type { RawEntity } from './spec-source.ts'

/** What holds a flow with its nodes and dependencies in it, the dependencies where it had them. */
export function withFlow(holder: RawEntity, { nodes, dependencies }: BuiltFlow, { field }: FlowBase): RawEntity {
  const kept = dependencies.length > 0 || Array.isArray(holder[field])
  return { ...holder, nodes, ...(kept ? { [field]: dependencies } : {}) }
}

/** What was said of a workflow since it was read. */
function changesOf(state: WorkflowState, context: BuildContext): object {
  const { name, path, parameters, trigger, strategy, outputs, base } = state
  const read = trigger === undefined ? undefined : base?.trigger
  const built = read === undefined || trigger === undefined ? workflowTrigger(state) : buildTrigger(trigger, read)
  return defined({
    id: state.id,
    owner: state.owner,
    description: state.description,
    script: defined({ path, parameters: parameters && buildParameters(parameters) }),
    trigger: trigger === base?.trigger ? undefined : built,
    strategy: strategy && withoutUnit(strategy, context),
    outputs: outputs && { nodeOutputs: buildOutputs(outputs, { name, key: name }, context) },
    citable: state.citable,
  })
}

/** A workflow that was read, with what was said since laid over it. */
export function rebuildWorkflow(
  state: WorkflowState,
  base: EntityBase,
  built: BuiltFlow,
  context: BuildContext,
): FlowWorkflow {
  const { flow, nodes } = state
  const { raw } = base
  // Whatever stands in a list of workflows and is none is carried along.
  if (!isRecord(raw)) return raw as FlowWorkflow
  const workflow = layOver('Workflow', raw, changesOf(state, context), base)
  const { owner } = context.defaults
  if (owner !== undefined) workflow['owner'] ??= owner
  return asShape(nodes === undefined || flow === undefined ? workflow : withFlow(workflow, built, flow))
}
