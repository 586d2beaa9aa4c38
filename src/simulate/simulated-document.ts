import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { indexSpec } from '../document/index/index-spec.ts'
import { isRecord } from '../document/json/records.ts'
import type { ReadDocument } from '../document/read-spec.ts'
import type { FlowDocument } from '../language/generated/types.ts'
import type { Source } from './plan/task.ts'

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

function isBuilder(value: SimulatedDocument): value is Extract<SimulatedDocument, { build(): unknown }> {
  return isRecord(value) && typeof value['build'] === 'function'
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
  const faults: Diagnostic[] = []
  const sources = documents.map((each, place): Source => {
    const document = isBuilder(each) ? each.build(project === undefined ? {} : { project }) : each
    const index = indexSpec(document)
    const path = isList(given) ? `/${place}` : ''
    faults.push(...index.faults.map((fault) => ({ ...fault, path: `${path}${fault.path}` })))
    return { index, path }
  })
  if (faults.length > 0) throw new FlowSpecError(faults)
  return sources
}

function isList(given: SimulatedDocument | readonly SimulatedDocument[]): given is readonly SimulatedDocument[] {
  return Array.isArray(given)
}
