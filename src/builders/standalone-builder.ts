import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDocument } from '../model/generated/types.ts'
import type { BuildOptions } from './build-options.ts'

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
