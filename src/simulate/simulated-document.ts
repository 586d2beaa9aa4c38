import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { indexSpec } from '../document/index/index-spec.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import { isRecord } from '../document/json/records.ts'
import type { ReadDocument } from '../document/read-spec.ts'
import type { FlowDocument } from '../language/generated/types.ts'

/**
 * A document to simulate: a `FlowDocument`, what `readSpec` or `readYaml` gives, or a builder, which is built.
 *
 * @example
 * ```ts
 * import { readSpec, workflow } from 'flowspec'
 * import type { SimulatedDocument } from 'flowspec/simulate'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 * const documents: SimulatedDocument[] = [orders, orders.build(), readSpec(JSON.stringify(orders))]
 * ```
 */
export type SimulatedDocument =
  | FlowDocument
  | ReadDocument
  | {
      /** Gives the document. */
      build(options?: { readonly project?: string }): FlowDocument
    }

/** A document that was indexed. */
export interface Source {
  readonly index: SpecIndex
  /** Its JSON Pointer in what was given: the empty text when it was given alone. */
  readonly path: string
}

function isBuilder(value: SimulatedDocument): value is Extract<SimulatedDocument, { build(): unknown }> {
  return isRecord(value) && typeof value['build'] === 'function'
}

function isList(given: SimulatedDocument | readonly SimulatedDocument[]): given is readonly SimulatedDocument[] {
  return Array.isArray(given)
}

/**
 * Indexes the documents, building those that are given as builders.
 *
 * @throws FlowSpecError with all that keeps a document from being read
 */
export function readDocuments(
  given: SimulatedDocument | readonly SimulatedDocument[],
  project: string | undefined,
): readonly Source[] {
  const documents = isList(given) ? given : [given]
  const sources = documents.map((document, position): Source => {
    const built = isBuilder(document) ? document.build(project === undefined ? {} : { project }) : document
    return { index: indexSpec(built), path: isList(given) ? `/${position}` : '' }
  })
  const faults = sources.flatMap(({ index, path }) =>
    index.faults.map((fault): Diagnostic => ({ ...fault, path: `${path}${fault.path}` })),
  )
  if (faults.length > 0) throw new FlowSpecError(faults)
  return sources
}
