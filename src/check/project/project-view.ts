import type { SpecIndex } from '../../document/index/spec-index.ts'
import { type Claim, claimKey, serviceId } from './claims.ts'
import { type ProjectDocuments, ProjectIndex } from './project-index.ts'

/** The other documents of a project, as the check of one of them sees them. */
export interface ProjectView {
  /** English name of the project. */
  readonly identifier: string
  /** What another document is called that claims the same; undefined when there is none. */
  rival(claim: Claim): string | undefined
  /** Whether another document provides an output. */
  provides(output: string): boolean
  /** All outputs that other documents may provide, always the same list. */
  readonly outputs: readonly string[]
  /** Whether some outputs could not be read. */
  readonly hasUnreadOutputs: boolean
  /** What is known of all documents, the checked one among them, and where that stands. */
  readonly whole: { readonly index: ProjectIndex; readonly position: number }
  /** Whether a fault between two documents is told of the later one only, for all are checked. */
  readonly isPart: boolean
}

const indexes = new WeakMap<object, ProjectIndex>()

/** What is known of the documents of a project, made once for each object that holds them. */
export function indexProject(project: ProjectDocuments): ProjectIndex {
  const index = indexes.get(project) ?? new ProjectIndex(project)
  indexes.set(project, index)
  return index
}

/**
 * Looks at a project from one of its documents.
 *
 * @param isPart - whether all of its documents are checked, so that each fault between two is told once
 */
export function viewProject(project: ProjectDocuments, document: SpecIndex, isPart: boolean): ProjectView {
  const index = indexProject(project)
  const { position, isMember } = index.positionOf(document)
  const { identifier, outputs, hasUnreadOutputs } = index
  let whole: ProjectView['whole'] | undefined
  return {
    identifier,
    outputs,
    hasUnreadOutputs,
    isPart,
    rival(claim) {
      const other = index.otherClaimant(claimKey(claim), position, serviceId(claim.entity))
      return other < 0 || (isPart && other > position) ? undefined : index.label(other)
    },
    provides: (text) => index.otherClaimant(claimKey({ what: 'output', text }), position) >= 0,
    get whole() {
      whole ??= isMember ? { index, position } : asMember(project, document, position)
      return whole
    },
  }
}

/** The project with a document in the place of an earlier version of it, or added. */
function asMember(project: ProjectDocuments, document: SpecIndex, own: number): ProjectView['whole'] {
  const documents = [...new Set(project.documents)]
  const position = own < 0 ? documents.length : own
  documents[position] = document.document
  return { index: new ProjectIndex({ ...project, documents }), position }
}
