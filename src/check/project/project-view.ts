import type { SpecIndex } from '../../document/index/spec-index.ts'
import { type Claim, claimKey, serviceId } from './claims.ts'
import type { TypedDatasource } from './datasource-types.ts'
import { factsOf, type OfferingWorkflow } from './document-facts.ts'
import { sayTheSame } from './project-cache.ts'
import { ProjectIndex } from './project-index.ts'

/** What offers an output that a builder names by a handle, which knows what it is of. */
export interface CitedOwner {
  readonly kind: 'workflow' | 'node'
  readonly name: string
}

/** The other documents of a project, as the check of one of them sees them. */
export interface ProjectView {
  /** English name of the project. */
  readonly identifier: string
  /** Whether some document may claim what another one does: where none can, no claim need be looked up. */
  readonly hasRivals: boolean
  /** What another document is called that claims the same; undefined when there is none. */
  rival(claim: Claim): string | undefined
  /** Whether another document provides an output. */
  provides(output: string): boolean
  /** The outputs that a misspelt one may mean, for one output always the same list. */
  outputsLike(output: string): readonly string[]
  /** Whether some document has a thing of that name; its own are among them. */
  has(what: string, name: string): boolean
  /** The names of a kind that a misspelt one may mean. */
  namesLike(what: string, name: string): readonly string[]
  /** Who offers an output that the document names by a handle; undefined where it is named by its text. */
  ownerOf(output: string): CitedOwner | undefined
  /** The workflow of another document that offers an output, with whether sub-processes may run it. */
  workflowOf(output: string): OfferingWorkflow | undefined
  /** Another type that another document gives a data source, and what that document is called. */
  otherType(datasource: TypedDatasource): { readonly type: string; readonly label: string } | undefined
  /** Whether some outputs could not be read. */
  readonly hasUnreadOutputs: boolean
  /** What is known of all documents, the checked one among them, and where that stands. */
  readonly whole: { readonly index: ProjectIndex; readonly position: number }
  /** Whether a fault between two documents is told of the later one only, for all are checked. */
  readonly isPart: boolean
}

/** Which document looks at which project. */
interface Viewed {
  readonly identifier: string
  readonly index: ProjectIndex
  readonly document: SpecIndex
  /** Whether all of its documents are checked, so that each fault between two is told once. */
  readonly isPart: boolean
  readonly owners?: ReadonlyMap<string, CitedOwner> | undefined
}

/** A project as one of its documents sees it. */
class DocumentView implements ProjectView {
  readonly identifier: string
  readonly hasRivals: boolean
  readonly hasUnreadOutputs: boolean
  readonly isPart: boolean
  readonly #index: ProjectIndex
  readonly #document: SpecIndex
  readonly #position: number
  readonly #isMember: boolean
  readonly #owners: ReadonlyMap<string, CitedOwner> | undefined
  #likely: Map<string, readonly string[]> | undefined
  #whole: ProjectView['whole'] | undefined

  constructor({ identifier, index, document, isPart, owners }: Viewed) {
    const { position, isMember } = index.positionOf(document)
    this.identifier = identifier
    this.hasRivals = !isMember || index.isContested
    this.hasUnreadOutputs = index.hasUnreadOutputs
    this.isPart = isPart
    this.#index = index
    this.#document = document
    this.#position = position
    this.#isMember = isMember
    this.#owners = owners
  }

  outputsLike(output: string): readonly string[] {
    this.#likely ??= new Map()
    const outputs = this.#likely.get(output) ?? this.#index.textsLike('output', output)
    this.#likely.set(output, outputs)
    return outputs
  }

  rival(claim: Claim): string | undefined {
    const other = this.#index.otherClaimant(claimKey(claim), this.#position, serviceId(claim.entity))
    return other < 0 || this.#isLater(other) ? undefined : this.#index.label(other)
  }

  provides(text: string): boolean {
    return this.#index.otherClaimant(claimKey({ what: 'output', text }), this.#position) >= 0
  }

  has(what: string, text: string): boolean {
    return this.#index.holds(claimKey({ what, text }))
  }

  namesLike(what: string, name: string): readonly string[] {
    return this.#index.textsLike(what, name)
  }

  ownerOf(output: string): CitedOwner | undefined {
    return this.#owners?.get(output)
  }

  workflowOf(output: string): OfferingWorkflow | undefined {
    return this.#index.workflowOf(output)
  }

  otherType(datasource: TypedDatasource): { readonly type: string; readonly label: string } | undefined {
    const other = this.#index.datasourceTypes.otherThan(datasource, this.#position)
    if (other === undefined || this.#isLater(other.position)) return undefined
    return { type: other.type, label: this.#index.label(other.position) }
  }

  get whole(): ProjectView['whole'] {
    const own = { index: this.#index, position: this.#position }
    this.#whole ??= this.#isMember ? own : asMember(this.#index, this.#document, this.#position)
    return this.#whole
  }

  /** Whether another document is the one of the two that a fault between them is told of. */
  #isLater(other: number): boolean {
    return this.isPart && other > this.#position
  }
}

/** Looks at a project from one of its documents. */
export function viewProject(viewed: Viewed): ProjectView {
  return new DocumentView(viewed)
}

/** The project with a document in the place of an earlier version of it, or added. */
function asMember(index: ProjectIndex, document: SpecIndex, own: number): ProjectView['whole'] {
  const facts = factsOf(document)
  const member = index.members[own]
  // A copy that says nothing new leaves the project as it is.
  if (member !== undefined && sayTheSame(member.facts, facts)) return { index, position: own }
  const position = own < 0 ? index.members.length : own
  const members = [...index.members]
  members[position] = { document: document.document, facts }
  return { index: new ProjectIndex(members), position }
}
