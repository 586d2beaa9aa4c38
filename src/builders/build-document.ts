import type { Suppression } from '../check/check-options.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowWorkflow } from '../model/generated/types.ts'
import { applyExtra } from './apply-extra.ts'
import type { BuildContext } from './build-context.ts'
import { type BuiltFlow, buildFlow } from './build-flow.ts'
import type { BuildOptions } from './build-options.ts'
import { buildWorkflow } from './build-workflow.ts'
import type { BuiltDocument } from './built-document.ts'
import { type Chain, chainItems } from './chain.ts'
import type { FlowBase } from './entity-base.ts'
import { type FlowStep, flowNodes } from './flow-steps.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import { workflowPointer } from './pointers.ts'
import type { WorkflowState } from './workflow-state.ts'

/** What a build collects beside the document. */
export interface Collected {
  readonly options: BuildOptions
  readonly faults: Diagnostic[]
  readonly suppressions: Suppression[]
}

/** A flow to be built: where it stands, and who holds it. */
interface FlowTask {
  readonly pointer: string
  readonly owner: string
  readonly folder: string | undefined
  /** The field that holds the dependencies. Default: that of the flow as read, else `dependencies`. */
  readonly edges?: string
  readonly defaults?: BuildContext['defaults'] | undefined
  readonly nodes?: Chain<FlowStep> | undefined
  readonly flow?: FlowBase | undefined
}

/** Builds the nodes of a flow, and everything inside them. */
export function buildNodes(task: FlowTask, { options, faults, suppressions }: Collected): [BuiltFlow, BuildContext] {
  const { pointer, owner, folder, defaults = {}, flow, edges = flow?.field ?? 'dependencies' } = task
  const whole: BuildContext['whole'] = options.loops === 'siblings' ? {} : undefined
  const context: BuildContext = {
    options,
    defaults,
    folder,
    place: { nodes: `${pointer}/nodes`, edges: `${pointer}/${edges}` },
    whole,
    links: [],
    bodies: [],
    suppressions,
    report: (fault) => faults.push(fault),
  }
  const states = flowNodes(task.nodes).map((builder) => NodeBuilderImpl.stateOf(builder))
  const built = buildFlow(states, owner, context, flow)
  if (whole !== undefined) whole.flow = built
  for (const body of context.bodies) body()
  return [built, context]
}

/** Builds a workflow, with everything inside it. */
export function workflowAt(pointer: string, state: WorkflowState, collected: Collected): FlowWorkflow {
  const { name, base, path = base?.path ?? name, extra, suppressions } = state
  for (const entry of chainItems(suppressions)) collected.suppressions.push(entry)
  const [built, context] = buildNodes({ ...state, pointer, owner: `Workflow '${name}'`, folder: path }, collected)
  const workflow = base === undefined ? buildWorkflow(state, built, context) : base.rebuild(state, base, built, context)
  return applyExtra(workflow, extra, () => pointer, context)
}

/** Makes the document of a workflow, unchecked: one of its own, or the one it was read in. */
export function buildDocument(state: WorkflowState, options: BuildOptions): BuiltDocument {
  if (state.within !== undefined) return state.within(state, options)
  const collected: Collected = { options, faults: [], suppressions: [] }
  const workflow = workflowAt(workflowPointer, state, collected)
  const { kind, name } = state
  const spec = { name, type: kind, workflows: [workflow] }
  return { document: { kind, version: options.version ?? '1.1.0', spec }, ...collected }
}
