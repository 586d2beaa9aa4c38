import { isRecord } from '../../document/json/records.ts'
import type { FlowDepend } from '../../language/generated/types.ts'
import { type EdgeHandle, type EdgeSite, reportEdge } from '../build/edges.ts'
import { applyExtra } from '../build/extra-fields.ts'
import { previewNode } from '../build/node.ts'
import { buildOutputs, firstOutput } from '../build/outputs.ts'
import type { BuildOptions } from '../buildable.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import { findNode } from './flow-steps.ts'
import type { WorkflowState } from './workflow-state.ts'

/** The output of a node of another workflow, or of the workflow itself, to come after. */
export interface WorkflowOutput<Node extends string = string> {
  readonly kind: 'workflowOutput'
  /** Name of the workflow. */
  readonly workflow: string
  /** Name of the node; undefined for the output of the workflow itself. */
  readonly node: Node | undefined
}

function ownOutput({ name, outputs, base, extra }: WorkflowState, options: BuildOptions): string | undefined {
  const read = outputs === undefined && isRecord(base?.raw) ? base.raw : undefined
  const said = read ?? { outputs: { nodeOutputs: buildOutputs(outputs, { name, key: name }, { options }) } }
  // What is wrong with its extra fields is told where the workflow is built.
  return firstOutput(applyExtra(said, extra, () => '', { report: () => undefined }))
}

/** A handle of an output: it knows the workflow, so that the output string is the one the workflow is built with. */
export class WorkflowOutputImpl<Node extends string> implements WorkflowOutput<Node>, EdgeHandle {
  readonly kind = 'workflowOutput' as const
  readonly node: Node | undefined
  readonly #state: WorkflowState

  constructor(state: WorkflowState, node: Node | undefined) {
    this.#state = state
    this.node = node
    Object.freeze(this)
  }

  get workflow(): string {
    return this.#state.name
  }

  dependAt(site: EdgeSite): FlowDepend | undefined {
    const { workflow, node = workflow } = this
    const { type, context } = site
    const output = this.#output(context.options)
    if (output !== undefined) return { type, output, refTableName: node }
    const message = `Node '${site.name}' comes after '${node}' of workflow '${workflow}', which has no such node.`
    const hint = 'Ask a workflow that has the node for its output.'
    return reportEdge(site, 'reference/unknown-output', message, hint)
  }

  /** The output string; undefined when the workflow has no such node, or the node has no output. */
  #output(options: BuildOptions): string | undefined {
    if (this.node === undefined) return ownOutput(this.#state, options)
    const state = NodeBuilderImpl.stateOf(findNode(this.#state.nodes, this.node))
    return state && firstOutput(previewNode({ ...state, codeFile: undefined }, options))
  }
}
