import type { SpecIndex } from '../../document/index/spec-index.ts'
import { claimKey } from './claims.ts'
import { DatasourceTypes } from './datasource-types.ts'
import { type DocumentFacts, type OfferingWorkflow, subjectKeys } from './document-facts.ts'
import { NameSearch } from './name-search.ts'
import { ProjectGraph } from './project-graph.ts'

/** A project as plain data: what stands in one workspace together. */
export interface ProjectDocuments {
  /** English name of the project, with which its outputs begin. */
  readonly identifier: string
  /**
   * The documents, as read or built. They are indexed once for each object that holds them, so give the same object to
   * the check of every document, and do not change those documents that are not being checked. Frozen documents, such as
   * those that `build()` gives, are indexed once whatever holds them.
   */
  readonly documents: readonly unknown[]
}

/** A document of a project and what is known of it. */
export interface Member {
  readonly document: unknown
  readonly facts: DocumentFacts
}

/** Which documents of a project claim something: the first one, and the first of the others. */
interface Holders {
  readonly first: number
  readonly id: string | undefined
  other: number
}

/** What is known of the documents of a project together: who claims what, and who waits for whom. */
export class ProjectIndex {
  readonly graph: ProjectGraph = new ProjectGraph()
  readonly datasourceTypes: DatasourceTypes = new DatasourceTypes()
  /** The documents, each once, at their positions. */
  readonly members: readonly Member[]
  /** Whether some outputs could not be read, so that one nobody seems to offer may be among them. */
  readonly hasUnreadOutputs: boolean
  readonly #positions: Map<unknown, number> = new Map()
  readonly #holders: Map<string, Holders> = new Map()
  readonly #subjects: Map<string, number> = new Map()
  readonly #workflows: Map<string, OfferingWorkflow> = new Map()
  readonly #searches: Map<string, NameSearch> = new Map()
  #isContested = false

  constructor(members: readonly Member[]) {
    this.members = members
    this.hasUnreadOutputs = members.some(({ facts }) => facts.hasUnreadOutputs)
    for (const [position, member] of members.entries()) this.#add(member, position)
  }

  #add({ document, facts }: Member, position: number): void {
    this.#positions.set(document, position)
    for (const key of facts.subjects) if (!this.#subjects.has(key)) this.#subjects.set(key, position)
    for (const [key, id] of facts.claims) this.#claim(key, position, id)
    for (const [output, workflow] of facts.workflows) this.#workflows.set(output, workflow)
    this.datasourceTypes.add(facts.datasources, position)
    this.graph.add(facts.graph)
  }

  #claim(key: string, position: number, id: string | undefined): void {
    const holders = this.#holders.get(key)
    if (holders === undefined) this.#holders.set(key, { first: position, id, other: -1 })
    else if (holders.other < 0 && holders.first !== position && (id === undefined || id !== holders.id)) {
      holders.other = position
      this.#isContested = true
    }
  }

  /** Where a document stands: it itself, or the one of the same id or name, of which it may be another version. */
  positionOf(index: SpecIndex): { readonly position: number; readonly isMember: boolean } {
    const member = this.#positions.get(index.document)
    if (member !== undefined) return { position: member, isMember: true }
    const key = subjectKeys(index).find((subject) => this.#subjects.has(subject))
    return { position: this.#subjects.get(key ?? '') ?? -1, isMember: false }
  }

  /** The first document that claims something and is not the one at a position; -1 when there is none. */
  otherClaimant(key: string, position: number, id?: string): number {
    const holders = this.#holders.get(key)
    if (holders === undefined) return -1
    const isOwn = holders.first === position || (id !== undefined && id === holders.id)
    const found = isOwn ? holders.other : holders.first
    return found === position ? -1 : found
  }

  /** Whether two documents claim the same; where none do, no claim of a member need be looked up. */
  get isContested(): boolean {
    return this.#isContested
  }

  /** What messages call the document at a position. */
  label(position: number): string {
    return this.members[position]?.facts.label ?? ''
  }

  /** Whether some document claims something. */
  holds(key: string): boolean {
    return this.#holders.has(key)
  }

  /** The workflow that offers an output, with whether sub-processes may run it; undefined where a node or nobody does. */
  workflowOf(output: string): OfferingWorkflow | undefined {
    return this.#workflows.get(output)
  }

  /** The texts of a kind that a misspelt one may mean. */
  textsLike(what: string, text: string): readonly string[] {
    const search = this.#searches.get(what) ?? new NameSearch(this.#textsOf(claimKey({ what, text: '' })))
    this.#searches.set(what, search)
    return search.like(text)
  }

  #textsOf(prefix: string): readonly string[] {
    return [...this.#holders.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
  }
}
