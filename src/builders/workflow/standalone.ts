import type { SpecReview } from '../../check/check-spec.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FlowDocument, FlowNode, FlowWorkflow } from '../../language/generated/types.ts'
import { type ArgumentKind, checkArgument, oneOf } from '../arguments.ts'
import { type BuildOptions, collecting, type FlowParts } from '../build/context.ts'
import { buildNodes } from '../build/document.ts'
import { BuiltDocument, DocumentBuilder } from '../buildable.ts'
import { extendChain } from '../chain.ts'
import { defined } from '../fields.ts'
import type { Checked } from '../node/checked-nodes.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import type { FlowStep } from '../node/flow-nodes.ts'
import { nodeKind } from '../node/flow-nodes.ts'
import { NodeImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'

/**
 * What a document of nodes that stand in no workflow may be: `Node`, the only kind UpdateNode takes; `ManualNode`, run by
 * hand; `TemporaryWorkflow`, a query of the moment; `PaiFlow`; and `CycleWorkflow`, in which the service wraps a scheduled
 * node when it is asked for one.
 */
export type StandaloneKind = 'Node' | 'ManualNode' | 'TemporaryWorkflow' | 'PaiFlow' | 'CycleWorkflow'

/** A node in a document of its own. Every method returns a new builder and changes nothing. */
export interface StandaloneNode<Name extends string = string> {
  /** Kind of the document. */
  readonly kind: StandaloneKind
  /** Name of the node. */
  readonly name: Name

  /** Sets the kind of the document. Default `Node`. */
  ofKind(kind: StandaloneKind): StandaloneNode<Name>
  /**
   * Builds the document and checks it once.
   *
   * @returns the document, deeply frozen
   * @throws FlowSpecError with every error there is; warnings and notes do not throw
   */
  build(options?: BuildOptions): FlowDocument
  /** Everything the check has to say, errors first to last by place. Never throws. */
  check(options?: BuildOptions): readonly Diagnostic[]
  /** What `check()` gives, and apart from it what is silenced, each with the reason; for reports. Never throws. */
  review(options?: BuildOptions): SpecReview
  /** The document as it stands, unchecked, for `JSON.stringify`. Never throws. */
  toJSON(): unknown
}

/**
 * Puts a node into a document of its own, for nodes that stand in no workflow: scheduled by themselves, run by hand, or
 * sent to UpdateNode. Its schedule is that of the node; it comes after outputs of other documents only.
 *
 * The layout is the one the service answers GetNode with: `spec.nodes` with one node, and `spec.flow`. A document of kind
 * PaiFlow has a workflow around the node, as the official schema of 2.0.0 wants it.
 *
 * @param nodes - the node; one that comes after a literal name does not compile
 * @returns a builder of the document, of kind `Node` unless `.ofKind(…)` says another
 *
 * @example
 * ```ts
 * import { external, odpsSql, standalone } from 'flowspec'
 *
 * const rates = odpsSql('rates').code('select 1').schedule('00 30 01 * * ?').after(external('finance.daily_rates'))
 * const document = standalone(rates).build({ project: 'retail' })
 *
 * const cleanup = standalone(odpsSql('cleanup').code('drop table if exists tmp')).ofKind('ManualNode').build()
 * ```
 */
export function standalone<const Nodes extends readonly [AnyNode], Name extends string = Nodes[0]['name']>(
  ...nodes: { [Index in keyof Nodes]: Checked<Nodes[Index], NoInfer<Name>, 'document'> }
): StandaloneNode<Name>
export function standalone(node: unknown): StandaloneNode {
  // The signature above takes nothing else, but its sentences for what is missing are no type of an implementation.
  checkArgument('standalone', 'node', node, nodeKind)
  return new StandaloneImpl('Node', node as AnyNode)
}

/** The one implementation of {@link StandaloneNode}. */
const kinds: ArgumentKind = /* @__PURE__ */ oneOf('Node', 'ManualNode', 'TemporaryWorkflow', 'PaiFlow', 'CycleWorkflow')

class StandaloneImpl extends DocumentBuilder implements StandaloneNode {
  readonly #kind: StandaloneKind
  readonly #node: AnyNode

  constructor(kind: StandaloneKind, node: AnyNode) {
    super()
    this.#kind = kind
    this.#node = node
  }

  get kind(): StandaloneKind {
    return this.#kind
  }

  get name(): string {
    return this.#node.name
  }

  ofKind(kind: StandaloneKind): StandaloneNode {
    checkArgument('ofKind', 'kind', kind, kinds)
    return new StandaloneImpl(kind, this.#node)
  }

  protected override draft(options: BuildOptions, defaults: DefaultsInput = {}): BuiltDocument {
    // In a document that was read such a node may stand elsewhere; here its name stands for nothing.
    const rules = { 'reference/unknown-node': 'error', ...options.rules } as const
    const collected = collecting({ ...options, rules })
    collected.trace?.note('', { name: this.name, call: NodeImpl.stateOf(this.#node)?.call })
    const nodes = extendChain<FlowStep>(undefined, [[this.#node]])
    const owner = `The document of node '${this.name}'`
    const inWorkflow = this.#kind === 'PaiFlow'
    const layout = inWorkflow ? { pointer: '/spec/workflows/0' } : { pointer: '/spec', edges: 'flow' as const }
    const [built] = buildNodes({ ...layout, owner, folder: undefined, defaults, nodes }, collected)
    const spec = inWorkflow ? { workflows: [aroundNode(this.name, built)] } : this.#bare(built)
    return new BuiltDocument({ kind: this.#kind, version: options.version ?? '1.1.0', spec }, collected)
  }

  #bare({ nodes, dependencies }: FlowParts): FlowDocument['spec'] {
    return {
      nodes: this.#kind === 'ManualNode' ? nodes.map(runByHand) : nodes,
      ...(dependencies.length === 0 ? {} : { flow: dependencies }),
    }
  }
}

/**
 * The workflow around the node of a document of kind PaiFlow, for which the official schema of 2.0.0 wants `workflows`. It
 * has the schedule of the node, and no output of its own: it is called as the node is.
 */
function aroundNode(name: string, { nodes, dependencies }: FlowParts): FlowWorkflow {
  const [{ trigger, ...node } = { name }, ...inner] = nodes
  return defined({
    script: { path: node.script?.path ?? name, runtime: { command: 'WORKFLOW' } },
    trigger,
    name,
    inputs: {},
    outputs: {},
    nodes: [node, ...inner],
    dependencies,
  })
}

/** A node that is run by hand says so, unless it says something else. */
function runByHand(node: FlowNode, index: number): FlowNode {
  return index === 0 && node.trigger === undefined ? { ...node, trigger: { type: 'Manual' } } : node
}
