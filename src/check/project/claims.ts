import { childEntity, type Entity } from '../../document/index/entity.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'

/** Something that a document claims for itself: a name, an output, a path. */
export interface Claim {
  /** What it is, such as `node`, `output` or `path`. */
  readonly what: string
  readonly text: string
  /** What bears the name or path, or offers the output. */
  readonly entity: Entity
}

/** The entities a document of a kind is about, by that kind; elsewhere they are pools for references. */
const subjects: Readonly<Record<string, readonly [entity: EntityName, what: string]>> = {
  Resource: ['FileResource', 'resource'],
  Function: ['Function', 'function'],
  Component: ['Component', 'component'],
  DataSource: ['Datasource', 'data source'],
  DataIntegrationJob: ['DataIntegrationJob', 'job'],
}

function namesOf(entities: readonly Entity[], what: string): Claim[] {
  return entities.flatMap((entity) => {
    const text = readText(entity.value, 'name')
    return text === undefined ? [] : [{ what, text, entity }]
  })
}

/** What a document of a kind of its own is about, or its workflows. */
function mainClaims(index: SpecIndex): Claim[] {
  const [entity, what] = subjects[readText(index.document, 'kind') ?? ''] ?? []
  const own = entity === undefined ? [] : index.entitiesOf(entity).filter(({ parent }) => parent?.name === 'Spec')
  return [...namesOf(index.entitiesOf('Workflow'), 'workflow'), ...namesOf(own, what ?? '')]
}

function nodeClaims(nodes: readonly NodeEntry[]): Claim[] {
  return nodes.flatMap(({ name: text, entity }) => (text === undefined ? [] : [{ what: 'node', text, entity }]))
}

/** The names in a document that are unique in a project: those of workflows, nodes, and what else it is about. */
export function nameClaims(index: SpecIndex): readonly Claim[] {
  return [...mainClaims(index), ...nodeClaims(index.nodes)]
}

/** The names of what a document is about, first of all its workflow; of a document of nodes, theirs. */
export function subjectClaims(index: SpecIndex): readonly Claim[] {
  return [...mainClaims(index), ...nodeClaims(index.nodes.filter(({ flow }) => flow.entity.name === 'Spec'))]
}

/** The paths of what a document is about. */
export function pathClaims(index: SpecIndex): readonly Claim[] {
  return subjectClaims(index).flatMap(({ entity }) => {
    const text = readText(childEntity(entity, 'script')?.value, 'path')
    return text === undefined ? [] : [{ what: 'path', text, entity }]
  })
}

/** The outputs in a document. */
export function outputClaims(index: SpecIndex): readonly Claim[] {
  return [...index.outputs.first].map(([text, { owner: entity }]) => ({ what: 'output', text, entity }))
}

/** The key of a claim in a look-up. */
export function claimKey({ what, text }: Pick<Claim, 'what' | 'text'>): string {
  return `${what}:${text}`
}

/** The id the service gave an entity, by which two documents may speak of one; builders make ids of names. */
export function serviceId({ value }: Entity): string | undefined {
  const id = readText(value, 'id')
  return id !== undefined && /^\d{15,}$/.test(id) ? id : undefined
}
