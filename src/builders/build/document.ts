import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FlowScript, FlowStrategy, FlowTrigger, FlowWorkflow } from '../../language/generated/types.ts'
import type { RunsTrigger } from '../../schedule/runs/request.ts'
import { BuiltDocument } from '../buildable.ts'
import { chainItems } from '../chain.ts'
import { defined, orderFields } from '../fields.ts'
import { flowNodes, type Steps } from '../node/flow-nodes.ts'
import { NodeImpl } from '../node/node.ts'
import type { NodeState } from '../node/node-state.ts'
import { withoutUnit } from '../node/strategy.ts'
import { buildTrigger, triggerAsSaid } from '../node/trigger.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import { type BuildContext, type BuildOptions, type Collected, collecting, type FlowParts } from './context.ts'
import { applyExtra } from './extra-fields.ts'
import { buildFault, refuse } from './faults.ts'
import { buildFlow } from './flow.ts'
import { buildParameters } from './node.ts'
import type { FlowOrigin } from './origin.ts'
import { buildOutputs, outputsAsSaid } from './outputs.ts'
import { waitsAsWhole, workflowEntries } from './workflow-entry.ts'

/** A flow to be built: where it stands, and who holds it. */
interface FlowTask {
  readonly pointer: string
  readonly owner: string
  readonly folder: string | undefined
  /** The field that holds the dependencies. Default: that of the flow as read, else `dependencies`. */
  readonly edges?: string
  /** How many nodes and dependencies stand before those of the flow. */
  readonly before?: { readonly nodes: number; readonly edges: number }
  readonly defaults?: BuildContext['defaults'] | undefined
  readonly nodes?: Steps
  readonly flow?: FlowOrigin<NodeState> | undefined
}

/** Builds the nodes of a flow, and everything inside them. */
export function buildNodes(
  task: FlowTask,
  { options, faults, suppressions, taken, trace, verbatim }: Collected,
): [FlowParts, BuildContext] {
  const { pointer, owner, folder, defaults = {}, flow, edges = flow?.field ?? 'dependencies', before } = task
  const whole: BuildContext['whole'] = options.loops === 'siblings' ? {} : undefined
  const context: BuildContext = {
    options,
    verbatim,
    defaults,
    folder,
    pointers: {
      nodes: `${pointer}/nodes`,
      edges: `${pointer}/${edges}`,
      firstNode: before?.nodes ?? 0,
      firstEdge: before?.edges ?? 0,
    },
    whole,
    links: [],
    newIds: new Map(),
    bodies: [],
    suppressions,
    report: (fault) => faults.push(fault),
    taken,
    trace,
  }
  const states = flowNodes(task.nodes).map((builder) => NodeImpl.stateOf(builder))
  const built = buildFlow(states, owner, context, flow)
  if (whole !== undefined) whole.flow = built
  for (const body of context.bodies) body()
  return [built, context]
}

/** Builds a workflow, with everything inside it. */
export function workflowAt(pointer: string, state: WorkflowState, collected: Collected): FlowWorkflow {
  const { name, origin, path = origin?.path ?? name, extra, suppressions } = state
  for (const entry of chainItems(suppressions)) collected.suppressions.push(entry)
  collected.trace?.note(pointer, state)
  const [built, context] = buildNodes({ ...state, pointer, owner: `Workflow '${name}'`, folder: path }, collected)
  const workflow = origin === undefined ? buildWorkflow(state, built, context) : origin.rebuild(state, built, context)
  return applyExtra(workflow, extra, () => pointer, context)
}

/** Makes the document of a workflow, unchecked: one of its own, or the one it was read in. */
export function buildDocument(state: WorkflowState, options: BuildOptions): BuiltDocument {
  if (state.document !== undefined) return state.document.buildWith(state, options)
  const collected = collecting(options)
  collected.trace?.note('', state)
  const workflow = workflowAt('/spec/workflows/0', state, collected)
  const { kind, name } = state
  if (kind === 'CycleWorkflow' && (workflow.trigger ?? undefined) === undefined)
    collected.faults.push(noTrigger(name, '/spec/workflows/0'))
  const flow = workflowEntries(state, workflow, { edges: '/spec/flow', index: 0 }, collected)
  const spec = { name, type: kind, workflows: [workflow], ...(flow.length === 0 ? {} : { flow }) }
  return new BuiltDocument({ kind, version: options.version ?? '1.1.0', spec }, collected)
}

/** The service takes a document whose workflow follows no schedule, but whoever writes a new one has forgotten it. */
function noTrigger(name: string, path: string): Diagnostic {
  const message = `Workflow '${name}' has no trigger, so it never runs.`
  return buildFault('schedule/missing-trigger', { message, hint: "Say when it runs: .cron('00 02 00 * * ?')." }, path)
}

/** The trigger of a workflow, as its kind has it. */
export function workflowTrigger(state: WorkflowState): FlowTrigger | undefined {
  // The types keep a schedule off these workflows; one that comes all the same is shown, for the check to find.
  if (state.kind === 'ManualWorkflow') return { type: 'Manual', ...state.trigger }
  if (state.kind === 'TriggerWorkflow') return { type: 'Custom', ...state.trigger }
  return state.trigger === undefined ? undefined : buildTrigger(state.trigger)
}

/** The fields of the trigger that say when a workflow runs. */
export function runsTrigger(state: WorkflowState): RunsTrigger {
  const { cron, timezone, startTime, endTime, cycleType, calendarId } = workflowTrigger(state) ?? {}
  if (cron !== undefined) return defined({ cron, timezone, startTime, endTime, cycleType, calendarId })
  const message = `Workflow '${state.name}' has no schedule, so nothing says when it runs.`
  refuse('schedule/missing-cron', { message, hint: "Give it one: .cron('00 02 00 * * ?')." })
}

function workflowScript({ name, path, parameters }: WorkflowState, { verbatim }: BuildContext): FlowScript {
  const written = path ?? (verbatim === undefined ? name : undefined)
  const script = { ...defined({ path: written }), runtime: { command: 'WORKFLOW' } }
  return parameters === undefined ? script : { ...script, parameters: buildParameters(parameters) }
}

function workflowStrategy({ kind, strategy }: WorkflowState, options: BuildOptions): FlowStrategy | undefined {
  const filled = kind === 'TriggerWorkflow' ? { recurrenceType: 'NoneAuto' as const, ...strategy } : strategy
  return filled === undefined ? undefined : orderFields('Strategy', withoutUnit(filled, options))
}

/** A workflow as the document holds it. */
function buildWorkflow(state: WorkflowState, built: FlowParts, context: BuildContext): FlowWorkflow {
  if (context.verbatim !== undefined) return workflowAsSaid(state, built, context)
  const names = { name: state.name, key: state.name }
  return defined({
    // Dependencies in the body call the workflow by its id.
    id: state.id ?? (waitsAsWhole(state) ? state.name : undefined),
    owner: state.owner ?? context.defaults.owner,
    description: state.description,
    script: workflowScript(state, context),
    trigger: workflowTrigger(state),
    strategy: workflowStrategy(state, context.options),
    name: state.name,
    inputs: {},
    outputs: { nodeOutputs: buildOutputs(state.outputs, names, context.options) },
    nodes: built.nodes,
    dependencies: built.dependencies,
    citable: state.citable,
  })
}

/** A workflow of which nothing is written but what was said. */
function workflowAsSaid(state: WorkflowState, { nodes, dependencies }: FlowParts, context: BuildContext): FlowWorkflow {
  const { id, name, owner = context.defaults.owner, description, trigger, strategy, outputs, citable } = state
  return defined({
    id,
    owner,
    description,
    script: workflowScript(state, context),
    trigger: trigger && triggerAsSaid(trigger),
    strategy: strategy && orderFields<FlowStrategy>('Strategy', withoutUnit(strategy, context.options)),
    name,
    outputs: outputs && { nodeOutputs: outputsAsSaid(outputs) },
    nodes: state.nodes && nodes,
    dependencies: dependencies.length === 0 ? undefined : dependencies,
    citable,
  })
}
