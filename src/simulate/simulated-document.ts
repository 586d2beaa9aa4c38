import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { givenDocuments } from '../document/given-documents.ts'
import { indexSpec } from '../document/index/index-spec.ts'
import type { SpecIndex } from '../document/index/spec-index.ts'
import { ownDocument } from '../document/json/json-copy.ts'
import { isRecord, readText } from '../document/json/records.ts'
import type { ReadDocument } from '../document/read-spec.ts'
import { reading } from '../document/reading.ts'
import type { FlowDocument } from '../language/generated/types.ts'

/**
 * A document to simulate: a `FlowDocument`, what `readSpec` or `readYaml` gives, or a builder, which is built; or a project,
 * built or not, with all its documents.
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
  | SimulatedProject
  | {
      /** Gives the documents of the project. */
      build(): SimulatedProject
    }

/** The documents of a project, as its `build()` gives them. */
export interface SimulatedProject {
  /** English name of the project. */
  readonly identifier: string
  readonly documents: readonly FlowDocument[]
}

/** A document that was indexed. */
export interface Source {
  readonly index: SpecIndex
  /** Its JSON Pointer in what was given: the empty text when it was given alone. */
  readonly path: string
}

/** What is simulated together: one document or project, or several. */
export type SimulatedDocuments = SimulatedDocument | readonly SimulatedDocument[]

function isBuilder(
  value: SimulatedDocument,
): value is Extract<SimulatedDocument, { build(...options: never): unknown }> {
  return isRecord(value) && typeof value['build'] === 'function'
}

function isList(given: SimulatedDocuments): given is readonly SimulatedDocument[] {
  return Array.isArray(given)
}

/** The workspace that is meant when no setting says it: that of the project, when one is given. */
export function projectOf(given: SimulatedDocuments): string | undefined {
  const names = reading('simulate', given, () =>
    (isList(given) ? given : [given]).map((one) => readText(one, 'identifier')),
  )
  return names.length === 1 ? names[0] : undefined
}

/** A project knows its own name, so that its build takes none. */
function buildOne(given: SimulatedDocument, project: string | undefined): unknown {
  if (!isBuilder(given)) return given
  return given.build(project === undefined || 'identifier' in given ? {} : { project })
}

/**
 * Indexes the documents, building those that are given as builders.
 *
 * @throws FlowSpecError with all that keeps a document from being read
 */
export function readDocuments(given: SimulatedDocuments, project: string | undefined): readonly Source[] {
  const built = isList(given) ? given.map((one) => buildOne(one, project)) : buildOne(given, project)
  const sources = reading('simulate', built, () =>
    givenDocuments(built).map(({ document, path }): Source => ({ index: indexSpec(ownDocument(document)), path })),
  )
  const faults = sources.flatMap(({ index, path }) =>
    index.faults.map((fault): Diagnostic => ({ ...fault, path: `${path}${fault.path}` })),
  )
  if (faults.length > 0) throw new FlowSpecError(faults)
  return sources
}
