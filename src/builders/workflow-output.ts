import { isRecord } from '../document/is-record.ts'
import { applyExtra } from './apply-extra.ts'
import type { BuildOptions } from './build-options.ts'
import { buildOutputs } from './build-outputs.ts'
import { firstOutput } from './first-output.ts'
import { findNode } from './flow-steps.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import { previewNode } from './preview-node.ts'
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
export class WorkflowOutputImpl<Node extends string> implements WorkflowOutput<Node> {
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

  /** The output string; undefined when the workflow has no such node, or the node has no output. */
  static resolve(handle: WorkflowOutput, options: BuildOptions): string | undefined {
    if (!(#state in handle)) return undefined
    const { node } = handle
    if (node === undefined) return ownOutput(handle.#state, options)
    const state = NodeBuilderImpl.stateOf(findNode(handle.#state.nodes, node))
    return state && firstOutput(previewNode({ ...state, codeFile: undefined }, options))
  }
}
