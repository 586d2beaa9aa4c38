import { plainDocument } from '../../document/given-documents.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { factsOf, unreadFacts } from './document-facts.ts'
import { type Member, type ProjectDocuments, ProjectIndex } from './project-index.ts'

/** The indexes of documents are kept until they have so many nodes together: of more, they are made again. */
const mostNodes = 100_000

/**
 * The documents of a project all of which are checked. Each is indexed once, for what the others know of it and for its own
 * check, and that of a builder is drafted once.
 */
export class ProjectMembers {
  readonly identifier: string
  readonly whole: ProjectIndex
  readonly #indexes: Map<unknown, SpecIndex> = new Map()
  #nodes = 0

  constructor({ identifier, documents }: ProjectDocuments) {
    this.identifier = identifier
    this.whole = new ProjectIndex([...new Set(documents)].map((given) => this.#read(given)))
  }

  /** A document that cannot be read is a fault of its own, and keeps nothing from being said of the others. */
  #read(given: unknown): Member {
    let document = given
    try {
      document = plainDocument(given)
      const index = indexSpec(document)
      this.#nodes += index.nodes.length
      if (this.#nodes <= mostNodes) this.#indexes.set(document, index)
      return { document, facts: factsOf(index) }
    } catch {
      return { document, facts: unreadFacts }
    }
  }

  /** The index of a document, for its own check; it throws what reading the document throws. */
  indexOf(document: unknown): SpecIndex {
    return this.#indexes.get(document) ?? indexSpec(plainDocument(document))
  }
}
