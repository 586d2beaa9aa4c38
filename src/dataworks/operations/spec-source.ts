import type { ReadDocument } from '../../document/read-spec.ts'
import type { FlowDocument } from '../../model/generated/types.ts'

/** A FlowSpec document, built or read, or its JSON text. */
export type SpecSource = FlowDocument | ReadDocument | string
