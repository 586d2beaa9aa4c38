import { isRecord, readText } from '../../document/json/records.ts'
import type { FlowDepend, FlowDependency, FlowWorkflow } from '../../language/generated/types.ts'
import type { BuildContext, FlowParts } from '../build/context.ts'
import { workflowTrigger } from '../build/document.ts'
import { buildParameters } from '../build/node.ts'
import type { WorkflowOrigin } from '../build/origin.ts'
import { buildOutputs } from '../build/outputs.ts'
import { asShape, defined } from '../fields.ts'
import { withoutUnit } from '../node/strategy.ts'
import { buildTrigger } from '../node/trigger.ts'
import type { WorkflowKind } from '../workflow/workflow-builder.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import { ImportedEntity } from './imported-entity.ts'
import { ImportedFlow, keyOf } from './imported-flow.ts'
import { importNodes } from './imported-nodes.ts'
import { withAdded } from './own-entries.ts'
import type { RawEntity, SpecSource } from './spec-source.ts'

const kinds: readonly WorkflowKind[] = ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow']

/** The kind that a workflow names, or its document, in any case as readers of the language take it. */
function kindOf(...holders: readonly unknown[]): WorkflowKind {
  const named = holders.map((holder) => (readText(holder, 'type') ?? readText(holder, 'kind') ?? '').toLowerCase())
  return kinds.find((kind) => named.includes(kind.toLowerCase())) ?? 'CycleWorkflow'
}

/** What a builder knows of a workflow that was read. */
export function importWorkflow(raw: unknown, source: SpecSource, dependencies: readonly RawEntity[]): WorkflowState {
  const flow = new ImportedFlow(isRecord(raw) ? raw : {}, 'dependencies')
  const origin = new ImportedWorkflow(raw, source, { flow, dependencies })
  return {
    kind: kindOf(raw, source.document),
    name: readText(raw, 'name') ?? readText(raw, 'id') ?? '',
    origin,
    flow,
    nodes: importNodes(flow, source).nodes,
    ...defined({ trigger: origin.trigger }),
  }
}

/** What was read of a workflow beside it. */
interface WorkflowParts {
  readonly flow: ImportedFlow
  /** The entries of the dependencies in the body that belong to it. */
  readonly dependencies: readonly RawEntity[]
}

/** A workflow as read. */
class ImportedWorkflow extends ImportedEntity implements WorkflowOrigin<WorkflowState> {
  readonly path: string | undefined
  readonly #flow: ImportedFlow
  readonly #dependencies: readonly RawEntity[]

  constructor(raw: unknown, source: SpecSource, { flow, dependencies }: WorkflowParts) {
    super(raw, source)
    this.#flow = flow
    this.#dependencies = dependencies
    this.path = isRecord(raw) ? readText(source.resolve('Script', raw['script']), 'path') : undefined
  }

  get key(): string {
    return keyOf(this.raw)
  }

  dependencies(workflow: FlowWorkflow, depends: readonly FlowDepend[]): readonly FlowDependency[] {
    return withAdded(this.#dependencies, keyOf(workflow), depends).entries
  }

  rebuild(state: WorkflowState, built: FlowParts, context: BuildContext): FlowWorkflow {
    const { raw } = this
    // Whatever stands in a list of workflows and is none is carried along.
    if (!isRecord(raw)) return raw as FlowWorkflow
    const workflow = this.overlay('Workflow', raw, this.#changes(state, context))
    const { owner } = context.defaults
    if (owner !== undefined) workflow['owner'] ??= owner
    return asShape(state.nodes === undefined ? workflow : this.#flow.heldBy(workflow, built))
  }

  /** What was set since it was read. */
  #changes(state: WorkflowState, { options }: BuildContext): object {
    const { name, path, parameters, trigger, strategy, outputs } = state
    const isRead = trigger !== undefined && this.trigger !== undefined
    const built = isRead ? buildTrigger(trigger, this.trigger) : workflowTrigger(state)
    return defined({
      id: state.id,
      owner: state.owner,
      description: state.description,
      script: defined({ path, parameters: parameters && buildParameters(parameters) }),
      trigger: trigger === this.trigger ? undefined : built,
      strategy: strategy && withoutUnit(strategy, options),
      outputs: outputs && { nodeOutputs: buildOutputs(outputs, { name, key: name }, options) },
      citable: state.citable,
    })
  }
}
