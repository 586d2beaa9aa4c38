import type { Declaration } from '../program/expression.ts'
import type { EntityDraft } from './draft.ts'

/** A document as code. */
export interface DocumentProgram {
  /** What is declared before the builder of the document, in order. */
  readonly drafts: readonly EntityDraft[]
  /** The builder of the document. */
  readonly document: Declaration
}
