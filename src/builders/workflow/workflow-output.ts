import { type Comparable, makeComparable } from '../../diagnostics/comparable.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { isRecord } from '../../document/json/records.ts'
import type { FlowDepend } from '../../language/generated/types.ts'
import type { BuildOptions } from '../build/context.ts'
import { applyExtra } from '../build/extra-fields.ts'
import { previewNode } from '../build/node.ts'
import { buildOutputs, firstOutput } from '../build/outputs.ts'
import { findNode, flowNodes } from '../node/flow-nodes.ts'
import { NodeImpl } from '../node/node.ts'
import type { NodeState } from '../node/node-state.ts'
import {
  type DependencySite,
  dependentOf,
  reportMissing,
  UpstreamHandle,
  type WorkflowOutput,
} from '../node/upstream.ts'
import type { WorkflowDependency } from './workflow-builder.ts'
import type { OutsideUpstream, WorkflowState } from './workflow-state.ts'

function ownOutput({ name, outputs, origin, extra }: WorkflowState, options: BuildOptions): string | undefined {
  const read = outputs === undefined && isRecord(origin?.raw) ? origin.raw : undefined
  const holder = read ?? { outputs: { nodeOutputs: buildOutputs(outputs, { name, key: name }, options) } }
  // What is wrong with its extra fields is told where the workflow is built.
  return firstOutput(applyExtra(holder, extra, () => '', { report: () => undefined }))
}

/** The output of a node; its code is of no matter for that. */
function nodeOutput(state: NodeState, options: BuildOptions): string | undefined {
  return firstOutput(previewNode({ ...state, codeFile: undefined }, options))
}

/** A handle of an output: it knows the workflow, so that the output string is the one the workflow is built with. */
export class WorkflowOutputImpl<Node extends string>
  extends UpstreamHandle
  implements WorkflowOutput<Node>, Comparable
{
  readonly kind = 'workflowOutput' as const
  readonly node: Node | undefined
  readonly #state: WorkflowState

  constructor(state: WorkflowState, node: Node | undefined) {
    super()
    this.#state = state
    this.node = node
    makeComparable(this)
    Object.freeze(this)
  }

  get workflow(): string {
    return this.#state.name
  }

  compared(): unknown {
    return { workflow: this.workflow, output: this.#output({}) }
  }

  dependAt(site: DependencySite): FlowDepend | undefined {
    const { workflow, node = workflow } = this
    const { type, context } = site
    const output = this.#output(context.options)
    if (output !== undefined) {
      context.taken?.owners.set(output, { kind: 'workflow', name: workflow })
      return { type, output, refTableName: node }
    }
    const [lack, hint] = this.#whyNone()
    const message = `${dependentOf(site)} comes after '${node}' of workflow '${workflow}', which has no ${lack}.`
    return reportMissing(site, 'reference/unknown-output', message, hint)
  }

  /** What there is none of, and the way out. */
  #whyNone(): readonly [lack: string, hint: string] {
    const { nodes } = this.#state
    if (this.node === undefined) return ['output', 'Give it one: .output(…).']
    if (findNode(nodes, this.node) !== undefined) return ['output', 'Give the node one: .output(…).']
    const near = didYouMean(
      this.node,
      flowNodes(nodes).map(({ name }) => name),
    )
    const hint = near === undefined ? 'Ask a workflow that has the node for its output.' : `Did you mean "${near}"?`
    return ['such node', hint]
  }

  /** The output string; undefined when the workflow has no such node, or the node has no output. */
  #output(options: BuildOptions): string | undefined {
    if (this.node === undefined) return ownOutput(this.#state, options)
    const state = NodeImpl.stateOf(findNode(this.#state.nodes, this.node))
    return state && nodeOutput(state, options)
  }
}

/** A node of another workflow, which is known by its output alone. */
export class NodeOutput extends UpstreamHandle {
  readonly #state: NodeState

  constructor(state: NodeState) {
    super()
    this.#state = state
  }

  dependAt(site: DependencySite): FlowDepend | undefined {
    const { name } = this.#state
    const { options, taken } = site.context
    const output = nodeOutput(this.#state, options)
    if (output !== undefined) {
      taken?.owners.set(output, { kind: 'node', name })
      return { type: site.type, output, refTableName: name }
    }
    const message = `${dependentOf(site)} comes after node '${name}', which has no output.`
    return reportMissing(site, 'reference/unknown-output', message, 'Give it one: .output(…).')
  }
}

/**
 * What is kept of something that a workflow comes after: a handle that finds its output at build.
 *
 * @param workflow - what is known of it, when it is a workflow
 */
export function upstreamOf(
  item: WorkflowDependency,
  workflow: WorkflowState | undefined,
): OutsideUpstream | readonly never[] {
  if (workflow !== undefined) return new WorkflowOutputImpl(workflow, undefined)
  const node = NodeImpl.stateOf(item)
  if (node !== undefined) return new NodeOutput(node)
  if (item instanceof UpstreamHandle) return item
  if ('kind' in item && item.kind === 'dependency') return item
  return 'output' in item && typeof item.output === 'string' ? { kind: 'external', output: item.output } : []
}
