import { recordsOf } from '../../document/json/records.ts'
import { wallClock } from '../import/fill-node.ts'
import { entityDocument } from '../import/plan-entity.ts'
import { capitalized, scriptItem } from '../read-back/list-item.ts'
import type { EntityRecord } from '../state/entity.ts'
import type { Project } from '../state/project.ts'
import { type JsonObject, readPlainText, writeJsonText } from '../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, type OperationTable, pageOf } from './call.ts'
import { type FoundEntity, findEntity, keepEntity } from './entities.ts'
import { findNewProject, findNewProjects } from './lookup.ts'

/** The operations on components. Their id has a name of its own, and their times are texts. */
export const componentOperations: OperationTable = {
  CreateComponent: dataStudio('POST', createComponent),
  UpdateComponent: dataStudio('POST', updateComponent),
  GetComponent: dataStudio('POST', getComponent),
  ListComponents: dataStudio('POST', listComponents),
  DeleteComponent: dataStudio('POST', deleteComponent),
}

function findOwn(call: Call, projects: readonly Project[]): FoundEntity {
  return findEntity(projects, 'Component', call.parameters.requiredText('ComponentId'))
}

function componentItem(project: Project, { id, name, owner, body, createTime, modifyTime }: EntityRecord): JsonObject {
  return {
    ComponentId: id,
    Name: name,
    Description: readPlainText(body, 'description'),
    Owner: owner,
    ProjectId: BigInt(project.settings.id),
    CreateTime: wallClock(createTime),
    ModifyTime: wallClock(modifyTime),
  }
}

function createComponent(call: Call): JsonObject {
  return { ComponentId: keepEntity(call, 'Component', findNewProject(call)).id }
}

function updateComponent(call: Call): JsonObject {
  const { project, entity } = findOwn(call, [findNewProject(call)])
  keepEntity(call, 'Component', project, entity)
  return { Success: true }
}

function getComponent(call: Call): JsonObject {
  const { project, entity } = findOwn(call, findNewProjects(call))
  const Spec = writeJsonText(entityDocument(project, 'Component', entity), '\t')
  return { Component: { ...componentItem(project, entity), Spec } }
}

const parameterFields = ['name', 'type', 'defaultValue', 'description']

function listComponents(call: Call): JsonObject {
  const name = call.parameters.text('Name')
  const all = findNewProjects(call).flatMap((project) =>
    [...project.entities('Component').values()].map((entity) => ({ project, entity })),
  )
  const show = ({ project, entity }: FoundEntity) => ({
    ...componentItem(project, entity),
    Inputs: recordsOf(entity.body['inputs']).map((one) => capitalized(one, parameterFields)),
    Outputs: recordsOf(entity.body['outputs']).map((one) => capitalized(one, parameterFields)),
    Script: scriptItem(entity.body),
  })
  const found = all.filter(({ entity }) => isFuzzyMatch(entity.name, name))
  return { PagingInfo: pageOf(call, found, { name: 'Components', show, smallest: 1 }) }
}

function deleteComponent(call: Call): JsonObject {
  const { project, entity } = findOwn(call, [findNewProject(call)])
  project.entities('Component').delete(entity.id)
  return { Success: true }
}
