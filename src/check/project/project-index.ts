import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { hasUnreadOutputs } from '../engine/unread-parts.ts'
import { claimKey, nameClaims, outputClaims, pathClaims, serviceId, subjectClaims } from './claims.ts'
import { ProjectGraph } from './project-graph.ts'

/** A project as plain data: what stands in one workspace together. */
export interface ProjectDocuments {
  /** English name of the project, with which its outputs begin. */
  readonly identifier: string
  /**
   * The documents, as read or built. They are indexed once for each object that holds them, so give the same object to
   * the check of every document, and change neither it nor the documents.
   */
  readonly documents: readonly unknown[]
}

/** Which documents of a project claim something: the first one, and the first of the others. */
interface Holders {
  readonly first: number
  readonly id: string | undefined
  other: number
}

/** What is known of the documents of a project together: who claims what, and who waits for whom. */
export class ProjectIndex {
  readonly identifier: string
  readonly graph: ProjectGraph = new ProjectGraph()
  /** Whether some outputs could not be read, so that one nobody seems to offer may be among them. */
  hasUnreadOutputs = false
  readonly #positions: Map<unknown, number> = new Map()
  readonly #labels: string[] = []
  readonly #holders: Map<string, Holders> = new Map()
  readonly #subjects: Map<string, number> = new Map()
  #outputs: readonly string[] | undefined

  constructor({ identifier, documents }: ProjectDocuments) {
    this.identifier = identifier
    for (const document of documents) if (!this.#positions.has(document)) this.#add(indexSpec(document))
  }

  #add(index: SpecIndex): void {
    const position = this.#labels.length
    this.#positions.set(index.document, position)
    const [subject] = subjectClaims(index)
    this.#labels.push(subject === undefined ? 'a document' : `${subject.what} '${subject.text}'`)
    for (const key of subjectKeys(index)) if (!this.#subjects.has(key)) this.#subjects.set(key, position)
    for (const claim of [...nameClaims(index), ...outputClaims(index), ...pathClaims(index)]) {
      this.#claim(claimKey(claim), position, serviceId(claim.entity))
    }
    this.hasUnreadOutputs ||= hasUnreadOutputs(index)
    this.graph.add(index)
  }

  #claim(key: string, position: number, id: string | undefined): void {
    const holders = this.#holders.get(key)
    if (holders === undefined) this.#holders.set(key, { first: position, id, other: -1 })
    else if (holders.other < 0 && holders.first !== position && (id === undefined || id !== holders.id)) {
      holders.other = position
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

  /** What messages call the document at a position. */
  label(position: number): string {
    return this.#labels[position] ?? ''
  }

  /** All outputs that the documents offer. */
  get outputs(): readonly string[] {
    this.#outputs ??= [...this.#holders.keys()].flatMap((key) => (key.startsWith('output:') ? [key.slice(7)] : []))
    return this.#outputs
  }
}

/** What tells a document from others, by the id of what it is about first. */
function subjectKeys(index: SpecIndex): readonly string[] {
  const [subject] = subjectClaims(index)
  if (subject === undefined) return []
  const id = serviceId(subject.entity)
  return id === undefined ? [claimKey(subject)] : [`${subject.what}#${id}`, claimKey(subject)]
}
