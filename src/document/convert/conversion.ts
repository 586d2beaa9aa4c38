import { isRecord } from '../json/records.ts'
import type { ReadDocument } from '../read-spec.ts'
import type { CopiedFields } from './resolved-copy.ts'

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

/** A document to be joined with others, and its JSON Pointer in what was given. */
export interface JoinSource {
  readonly document: ReadDocument
  readonly path: string
}

/** The body of a document. */
export function bodyOf({ document }: JoinSource): CopiedFields {
  const { spec } = document
  return isRecord(spec) ? spec : {}
}
