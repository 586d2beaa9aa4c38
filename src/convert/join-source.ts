import { isRecord } from '../document/is-record.ts'
import type { ReadDocument } from '../document/read-spec.ts'
import type { CopiedFields } from './copy-entity.ts'

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
