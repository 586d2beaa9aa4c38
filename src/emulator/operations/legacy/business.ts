import type { BusinessRecord, Project, UseType } from '../../state/project.ts'
import { duplicateBusinessName, notEmpty, unknownResource } from '../../wire/error-catalogue.ts'
import type { JsonObject } from '../../wire/json.ts'
import { type Call, isFuzzyMatch, type OperationTable, pageOf } from '../call.ts'
import { findLegacyProject } from '../lookup.ts'
import { legacy } from './envelope.ts'
import { plainPath } from './folder-paths.ts'

/** The operations on business processes. */
export const businessOperations: OperationTable = {
  CreateBusiness: legacy(createBusiness),
  GetBusiness: legacy(getBusiness),
  ListBusiness: legacy(listBusiness),
  UpdateBusiness: legacy(updateBusiness),
  DeleteBusiness: legacy(deleteBusiness),
  EstablishRelationTableToBusiness: legacy(relateTable),
}

function businessItem(business: BusinessRecord, projectId: string | bigint): JsonObject {
  return {
    BusinessId: business.id,
    BusinessName: business.name,
    Description: business.description,
    Owner: business.owner,
    ProjectId: projectId,
    UseType: business.useType,
  }
}

function requireOwnName(project: Project, name: string, id?: number): void {
  const isTaken = [...project.businesses.values()].some((business) => business.name === name && business.id !== id)
  if (isTaken) throw duplicateBusinessName(name)
}

function createBusiness(call: Call): JsonObject {
  const { service, parameters } = call
  const name = parameters.requiredText('BusinessName')
  const useType: UseType =
    parameters.word('UseType', ['NORMAL', 'MANUAL_BIZ']) === 'MANUAL_BIZ' ? 'MANUAL_BIZ' : 'NORMAL'
  const project = findLegacyProject(call)
  requireOwnName(project, name)
  const id = service.nextBusinessId()
  const owner = parameters.text('Owner') ?? service.settings.owner
  const description = parameters.text('Description') ?? ''
  project.businesses.set(String(id), { id, name, description, owner, useType, tables: [] })
  return { BusinessId: id }
}

function findBusiness(call: Call): { readonly project: Project; readonly business: BusinessRecord } {
  const id = call.parameters.requiredInt64('BusinessId')
  const project = findLegacyProject(call)
  const business = project.businesses.get(id)
  if (business === undefined) throw unknownResource('business process', id)
  return { project, business }
}

function getBusiness(call: Call): JsonObject {
  const { project, business } = findBusiness(call)
  return { Data: businessItem(business, project.settings.id) }
}

function listBusiness(call: Call): JsonObject {
  const keyword = call.parameters.text('Keyword')
  const project = findLegacyProject(call)
  const all = [...project.businesses.values()].filter((business) => isFuzzyMatch(business.name, keyword))
  const show = (business: BusinessRecord) => businessItem(business, BigInt(project.settings.id))
  return { Data: pageOf(call, all, { name: 'Business', show, smallest: 1, required: true }) }
}

/** Gives a business process another name, and what is in it the path of that; what it is for stays. */
function updateBusiness(call: Call): JsonObject {
  const { project, business } = findBusiness(call)
  const { parameters } = call
  const name = parameters.text('BusinessName') ?? business.name
  requireOwnName(project, name, business.id)
  const description = parameters.text('Description') ?? business.description
  const owner = parameters.text('Owner') ?? business.owner
  project.businesses.set(String(business.id), { ...business, name, description, owner })
  const moved = (path: string): string => {
    const [root, own, ...rest] = plainPath(path).split('/')
    return own === business.name ? [root, name, ...rest].join('/') : path
  }
  const { folders, files } = project.legacy
  for (const folder of folders.values()) folders.set(folder.id, { ...folder, path: moved(folder.path) })
  for (const file of files.values()) files.set(file.id, { ...file, folderPath: moved(file.folderPath) })
  return {}
}

/** Takes a business process away with its folders; one that has files is refused. */
function deleteBusiness(call: Call): JsonObject {
  const { project, business } = findBusiness(call)
  const { folders, files } = project.legacy
  const isFull = [...files.values()].some(({ businessId }) => businessId === business.id)
  if (isFull) throw notEmpty('business process', String(business.id))
  for (const { id, path } of folders.values()) {
    if (plainPath(path).split('/')[1] === business.name) folders.delete(id)
  }
  project.businesses.delete(String(business.id))
  return {}
}

/** Shows a table in a business process. */
function relateTable(call: Call): JsonObject {
  const table = call.parameters.requiredText('TableGuid')
  const { project, business } = findBusiness(call)
  const tables = [...new Set([...business.tables, table])]
  project.businesses.set(String(business.id), { ...business, tables })
  return {}
}
