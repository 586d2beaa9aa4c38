import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { ReadDocument } from '../../document/read-spec.ts'

/** The indexes of documents that several looks need, each made once. */
export class Indexes {
  readonly #known: Map<ReadDocument, SpecIndex> = new Map()

  indexOf(document: ReadDocument): SpecIndex {
    const index = this.#known.get(document) ?? indexSpec(document)
    this.#known.set(document, index)
    return index
  }

  /** The index of a document for the last who needs it; undefined where nobody did yet. */
  take(document: ReadDocument): SpecIndex | undefined {
    const index = this.#known.get(document)
    this.#known.delete(document)
    return index
  }
}
