import type { Suppression } from '../check/check-options.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDocument } from '../model/generated/types.ts'

/** A document, what could not be put into it, and what the user silenced. */
export interface BuiltDocument {
  readonly document: FlowDocument
  readonly faults: readonly Diagnostic[]
  readonly suppressions: readonly Suppression[]
}
