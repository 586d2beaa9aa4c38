import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDocument } from '../model/generated/types.ts'
import type { BuildOptions } from './build-options.ts'
import { buildStandalone, type StandaloneState } from './build-standalone.ts'
import { checkBuilt } from './check-built.ts'
import { showAsJson } from './show-as-json.ts'
import type { StandaloneKind, StandaloneNode } from './standalone-builder.ts'
import { throwErrors } from './throw-errors.ts'

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
