import { withName, withPath } from '../import/entity-paths.ts'
import { entityDocument, planEntity } from '../import/plan-entity.ts'
import { identityItem } from '../read-back/list-item.ts'
import type { EntityKind, EntityRecord } from '../state/entity.ts'
import type { Project } from '../state/project.ts'
import { duplicateName, nameNotAllowed, unknownResource } from '../wire/error-catalogue.ts'
import { type JsonObject, writeJsonText } from '../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, isWanted, type OperationTable, pageOf } from './call.ts'
import { findNewProject, findNewProjects } from './lookup.ts'

/** Something that is kept in a workspace, and where. */
export interface FoundEntity {
  readonly project: Project
  readonly entity: EntityRecord
}

/** The entity of a kind with an id. */
export function findEntity(projects: readonly Project[], kind: EntityKind, id: string): FoundEntity {
  for (const project of projects) {
    const entity = project.entities(kind).get(id)
    if (entity !== undefined) return { project, entity }
  }
  throw unknownResource(kind.toLowerCase(), id)
}

function findOwn(call: Call, kind: EntityKind): FoundEntity {
  return findEntity([findNewProject(call)], kind, call.parameters.requiredText('Id'))
}

/** Makes or updates an entity from the document that a call brings, and gives it. */
export function keepEntity(call: Call, kind: EntityKind, project: Project, before?: EntityRecord): EntityRecord {
  const { service, parameters } = call
  const spec = parameters.requiredText('Spec')
  const file = parameters.text('ResourceFile')
  const entity = planEntity({ service, project, kind, spec, before, file })
  project.entities(kind).set(entity.id, entity)
  return entity
}

/** Keeps an entity with another body. */
function rewrite(call: Call, kind: EntityKind, { project, entity }: FoundEntity, body: JsonObject): void {
  const name = typeof body['name'] === 'string' ? body['name'] : entity.name
  project.entities(kind).set(entity.id, { ...entity, name, body, modifyTime: call.service.now() })
}

function rename(call: Call, kind: EntityKind): void {
  const found = findOwn(call, kind)
  const name = call.parameters.requiredText('Name')
  if (name.includes('/')) throw nameNotAllowed(name)
  for (const other of found.project.entities(kind).values()) {
    if (other.name === name && other.id !== found.entity.id) throw duplicateName(kind, name, 'Name')
  }
  rewrite(call, kind, found, withName(found.entity.body, name))
}

function move(call: Call, kind: EntityKind): void {
  const found = findOwn(call, kind)
  rewrite(call, kind, found, withPath(found.entity.body, call.parameters.requiredText('Path')))
}

/** How an entity of a kind is listed. */
export interface EntityListing {
  /** The values that `Type` may have. */
  readonly types: readonly string[]
  readonly typeOf: (entity: EntityRecord) => string | undefined
  readonly show: (entity: EntityRecord) => JsonObject
}

function listEntities(call: Call, kind: EntityKind, { types, typeOf, show }: EntityListing): JsonObject {
  const { service, parameters } = call
  const project = findNewProject(call)
  const [name, owner] = [parameters.text('Name'), parameters.text('Owner')]
  const type = parameters.word('Type', types)
  const all = [...project.entities(kind).values()].filter(
    (one) => isFuzzyMatch(one.name, name) && isWanted(one.owner, owner) && isWanted(typeOf(one), type),
  )
  const item = (one: EntityRecord) => ({ ...identityItem(service, project, one), Type: typeOf(one), ...show(one) })
  return { PagingInfo: pageOf(call, all, { name: `${kind}s`, show: item, smallest: 1 }) }
}

/** The seven operations on resources, and those on functions. */
export function entityOperations(kind: 'Function' | 'Resource', listing: EntityListing): OperationTable {
  const done = (change: (call: Call) => void, Success: boolean | string = true) =>
    dataStudio('POST', (call) => {
      change(call)
      return { Success }
    })
  return {
    [`Create${kind}`]: dataStudio('POST', (call) => ({
      Id: call.service.presentId(keepEntity(call, kind, findNewProject(call)).id),
    })),
    [`Update${kind}`]: done((call) => {
      const { project, entity } = findOwn(call, kind)
      keepEntity(call, kind, project, entity)
    }),
    [`Get${kind}`]: dataStudio('GET', (call) => {
      const { project, entity } = findEntity(findNewProjects(call), kind, call.parameters.requiredText('Id'))
      const Spec = writeJsonText(entityDocument(project, kind, entity), '\t')
      return { [kind]: { ...identityItem(call.service, project, entity), Spec } }
    }),
    [`List${kind}s`]: dataStudio('GET', (call) => listEntities(call, kind, listing)),
    [`Delete${kind}`]: done((call) => {
      const { project, entity } = findOwn(call, kind)
      project.entities(kind).delete(entity.id)
    }),
    // Documented as a text for functions alone.
    [`Rename${kind}`]: done((call) => rename(call, kind), kind === 'Function' ? 'true' : true),
    [`Move${kind}`]: done((call) => move(call, kind)),
  }
}
