import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FlowDocument, FlowNode } from '../../language/generated/types.ts'
import { buildNodes, type Collected } from '../build/document.ts'
import { type BuildOptions, type BuiltDocument, checkBuilt, showAsJson, throwErrors } from '../buildable.ts'
import { extendChain } from '../chain.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import type { AnyNode } from '../node/node-builder.ts'
import type { FlowStep } from './flow-steps.ts'
import type { Checked } from './workflow-builder.ts'

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
  /** The document as it stands, unchecked, for `JSON.stringify`. Never throws. */
  toJSON(): unknown
}

/**
 * Puts a node into a document of its own, for nodes that stand in no workflow: scheduled by themselves, run by hand, or
 * sent to UpdateNode. Its schedule is that of the node; it comes after outputs of other documents only.
 *
 * The layout is the one the service answers GetNode with: `spec.nodes` with one node, and `spec.flow`.
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
export function standalone(node: AnyNode): StandaloneNode {
  return new StandaloneImpl(node.name, { kind: 'Node', node })
}

/** The one implementation of {@link StandaloneNode}. */
export class StandaloneImpl<Name extends string> implements StandaloneNode<Name> {
  static readonly shown: true = /* @__PURE__ */ showAsJson(StandaloneImpl)

  readonly #name: Name
  readonly #state: StandaloneState

  constructor(name: Name, state: StandaloneState) {
    this.#name = name
    this.#state = state
  }

  /** What a builder of a standalone node knows; undefined for a value that is none. */
  static stateOf(builder: unknown): StandaloneState | undefined {
    return typeof builder === 'object' && builder !== null && #state in builder ? builder.#state : undefined
  }

  get kind(): StandaloneKind {
    return this.#state.kind
  }

  get name(): Name {
    return this.#name
  }

  ofKind(kind: StandaloneKind): StandaloneNode<Name> {
    return new StandaloneImpl(this.#name, { ...this.#state, kind })
  }

  build(options: BuildOptions = {}): FlowDocument {
    const built = buildStandalone(this.#state, options)
    return throwErrors(built.document, checkBuilt(built, options))
  }

  check(options: BuildOptions = {}): readonly Diagnostic[] {
    return checkBuilt(buildStandalone(this.#state, options), options)
  }

  toJSON(): unknown {
    return buildStandalone(this.#state, {}).document
  }
}

/** Everything a builder of a standalone node knows. */
interface StandaloneState {
  readonly kind: StandaloneKind
  readonly node: AnyNode
}

/** A node that is run by hand says so, unless it says something else. */
function runByHand(node: FlowNode, at: number): FlowNode {
  return at === 0 && node.trigger === undefined ? { ...node, trigger: { type: 'Manual' } } : node
}

/**
 * Makes the document of a node that stands in no workflow, unchecked.
 *
 * @param defaults - what the project fills in
 */
export function buildStandalone(
  { kind, node }: StandaloneState,
  options: BuildOptions,
  defaults: DefaultsInput = {},
): BuiltDocument {
  const collected: Collected = { options, faults: [], suppressions: [] }
  const nodes = extendChain<FlowStep>(undefined, [[node]])
  const owner = `The document of node '${node.name}'`
  const task = { pointer: '/spec', edges: 'flow', owner, folder: undefined, defaults, nodes }
  const [built] = buildNodes(task, collected)
  const document: FlowDocument = {
    kind,
    version: options.version ?? '1.1.0',
    spec: {
      nodes: kind === 'ManualNode' ? built.nodes.map(runByHand) : built.nodes,
      ...(built.dependencies.length === 0 ? {} : { flow: built.dependencies }),
    },
  }
  return { document, ...collected }
}
