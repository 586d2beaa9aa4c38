import { childEntity, type Entity } from '../../document/index/entity.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { entityKinds, isEntityKind } from '../../language/entity-kinds.ts'

/** Something that a document claims for itself: a name, an output, a path. */
export interface Claim {
  /** What it is, such as `node`, `output` or `path`. */
  readonly what: string
  readonly text: string
  /** What bears the name or path, or provides the output. */
  readonly entity: Entity
}

function namesOf(entities: readonly Entity[], what: string): Claim[] {
  return entities.flatMap((entity) => {
    const text = readText(entity.value, 'name')
    return text === undefined ? [] : [{ what, text, entity }]
  })
}

/**
 * What a document is about that is no node: its workflows, or the entity of its kind. Names of tables and of quality rules
 * are those of a database and of a table, and not of the project; in documents of other kinds entities are mere pools.
 */
function mainClaims(index: SpecIndex): Claim[] {
  const workflows = namesOf(index.entitiesOf('Workflow'), 'workflow')
  const kind = readText(index.document, 'kind') ?? ''
  if (!isEntityKind(kind) || kind === 'Table' || kind === 'DataQuality') return workflows
  const { entity, word } = entityKinds[kind]
  const own = index.entitiesOf(entity).filter(({ parent }) => parent?.name === 'Spec')
  return [...workflows, ...namesOf(own, word)]
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
export function pathClaims(subjects: readonly Claim[]): readonly Claim[] {
  return subjects.flatMap(({ entity }) => {
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
