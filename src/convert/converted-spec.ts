import type { ReadDocument } from '../document/read-spec.ts'

/** Something of a document that the converted documents do not say. */
export interface NotCarried {
  /** RFC 6901 JSON Pointer into the document that was converted. */
  readonly path: string
  /** Why, in one sentence. */
  readonly reason: string
}

/** What {@link convertSpec} made of a document. */
export interface ConvertedSpec {
  /** The documents, workflows first; plain new objects that share nothing with what they were made of. */
  readonly documents: readonly ReadDocument[]
  /** All that is in none of them. */
  readonly notCarried: readonly NotCarried[]
}
