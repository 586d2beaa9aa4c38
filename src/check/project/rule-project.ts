import { frozenDocument } from '../../document/index/frozen-index.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { RuleProject } from '../engine/custom-rules.ts'
import type { ProjectIndex } from './project-index.ts'
import type { ProjectView } from './project-view.ts'

/** The documents of projects as rules of a team's own get them, which are copied once for all checks of a project. */
const frozenDocuments = new WeakMap<ProjectIndex, readonly unknown[]>()

function documentsOf(project: ProjectIndex): readonly unknown[] {
  const known = frozenDocuments.get(project)
  if (known !== undefined) return known
  const documents = Object.freeze(project.members.map(({ document }) => frozenDocument(document)))
  frozenDocuments.set(project, documents)
  return documents
}

/**
 * The project of a document for rules of a team's own, most of which ask for none of it: what it says is made when it is asked.
 */
export class CheckedProject implements RuleProject {
  readonly identifier: string
  readonly #view: ProjectView
  readonly #checked: SpecIndex
  #documents: readonly unknown[] | undefined

  /** @param checked - the index of the document, frozen: alone checked, it may say more than it did when the project was read */
  constructor(view: ProjectView, checked: SpecIndex) {
    this.identifier = view.identifier
    this.#view = view
    this.#checked = checked
    Object.freeze(this)
  }

  get position(): number {
    return this.#view.whole.position
  }

  get documents(): readonly unknown[] {
    this.#documents ??= this.#make()
    return this.#documents
  }

  #make(): readonly unknown[] {
    const { whole, isPart } = this.#view
    const documents = documentsOf(whole.index)
    const { document } = this.#checked
    if (isPart || documents[whole.position] === document) return documents
    return Object.freeze(documents.with(whole.position, document))
  }
}
