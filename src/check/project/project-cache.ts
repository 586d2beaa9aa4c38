import { plainDocument } from '../../document/given-documents.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isFrozenData } from '../../document/json/frozen-data.ts'
import { type DocumentFacts, factsOf } from './document-facts.ts'
import { type Member, type ProjectDocuments, ProjectIndex } from './project-index.ts'

/** A project's index, and what it was made of. */
interface CachedIndex {
  readonly index: ProjectIndex
  readonly documents: readonly unknown[]
}

/** What is known of documents that can never change. */
const factsOfFrozen = new WeakMap<object, DocumentFacts>()

/** Of projects whose documents are all frozen, by the first of them; whatever holds them, the answer stays right. */
const frozenProjects = new WeakMap<object, CachedIndex>()

/** By the object that is given as the project, whose documents stay as they are by agreement. */
const projects = new WeakMap<object, CachedIndex>()

/** By the list of documents, for objects that are made anew for each check; emptied at the end of a synchronous run. */
let lists = new WeakMap<object, CachedIndex>()
let isEmptying = false

function keepForThisRun(list: object, cached: CachedIndex): void {
  lists.set(list, cached)
  if (isEmptying) return
  isEmptying = true
  void Promise.resolve().then(() => {
    lists = new WeakMap()
    isEmptying = false
  })
}

function isOf({ documents }: CachedIndex, list: readonly unknown[]): boolean {
  return documents.length === list.length && documents.every((document, at) => document === list[at])
}

/** A document, or that of a builder, with what is known of it, which is looked for once in one that can never change. */
function memberOf(given: unknown): Member {
  const document = plainDocument(given)
  const isFixed = typeof document === 'object' && document !== null && isFrozenData(document)
  const facts = (isFixed ? factsOfFrozen.get(document) : undefined) ?? factsOf(indexSpec(document))
  if (isFixed) factsOfFrozen.set(document, facts)
  return { document, facts }
}

function make(list: readonly unknown[]): CachedIndex {
  const documents = [...list]
  return { documents, index: new ProjectIndex([...new Set(documents)].map(memberOf)) }
}

function find(project: ProjectDocuments): CachedIndex | undefined {
  const { documents } = project
  const [first] = documents
  const ofFrozen = typeof first === 'object' && first !== null ? frozenProjects.get(first) : undefined
  return [projects.get(project), lists.get(documents), ofFrozen].find(
    (cached) => cached !== undefined && isOf(cached, documents),
  )
}

function keep(project: ProjectDocuments, cached: CachedIndex): void {
  projects.set(project, cached)
  const [first] = cached.documents
  if (typeof first === 'object' && first !== null && cached.documents.every(isFrozenData)) {
    frozenProjects.set(first, cached)
  } else keepForThisRun(project.documents, cached)
}

/** Whether a document says what it said when the project was indexed; of others of the project nobody asks here. */
function isUpToDate(index: ProjectIndex, document: SpecIndex): boolean {
  const { position, isMember } = index.positionOf(document)
  const member = isMember ? index.members[position] : undefined
  if (member === undefined || isFrozenData(member.document)) return true
  return sayTheSame(member.facts, factsOf(document))
}

/** Whether two documents are the same to the others of their project. */
export function sayTheSame(left: DocumentFacts, right: DocumentFacts): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/**
 * What is known of the documents of a project.
 *
 * @param document - the one that is checked, if it may have changed since: then everything is looked at again
 */
export function indexProject(project: ProjectDocuments, document?: SpecIndex): ProjectIndex {
  const cached = find(project)
  if (cached !== undefined && (document === undefined || isUpToDate(cached.index, document))) return cached.index
  const made = make(project.documents)
  keep(project, made)
  return made.index
}
