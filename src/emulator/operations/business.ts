import { duplicateBusinessName, unknownResource } from '../errors/error-catalogue.ts'
import type { JsonObject } from '../json/json-object.ts'
import type { BusinessRecord, UseType } from '../state/business-record.ts'
import type { Call } from './call.ts'
import { findLegacyProject } from './find-project.ts'
import { isFuzzyMatch } from './is-fuzzy-match.ts'
import { readPage } from './read-page.ts'

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

/** CreateBusiness */
export function createBusiness(call: Call): JsonObject {
  const { service, parameters } = call
  const name = parameters.requiredText('BusinessName')
  const useType: UseType =
    parameters.word('UseType', ['NORMAL', 'MANUAL_BIZ']) === 'MANUAL_BIZ' ? 'MANUAL_BIZ' : 'NORMAL'
  const project = findLegacyProject(call)
  if ([...project.businesses.values()].some((business) => business.name === name)) throw duplicateBusinessName(name)
  const id = service.nextBusinessId()
  const owner = parameters.text('Owner') ?? service.settings.owner
  const description = parameters.text('Description') ?? ''
  project.businesses.set(String(id), { id, name, description, owner, useType })
  return { BusinessId: id }
}

/** GetBusiness */
export function getBusiness(call: Call): JsonObject {
  const id = call.parameters.requiredInt64('BusinessId')
  const project = findLegacyProject(call)
  const business = project.businesses.get(id)
  if (business === undefined) throw unknownResource('business process', id)
  return { Data: businessItem(business, project.settings.id) }
}

/** ListBusiness */
export function listBusiness(call: Call): JsonObject {
  const { parameters } = call
  const keyword = parameters.text('Keyword') ?? ''
  const project = findLegacyProject(call)
  const all = [...project.businesses.values()].filter((business) => isFuzzyMatch(business.name, keyword))
  const page = readPage(parameters, all, { smallest: 1, required: true })
  return {
    Data: {
      Business: page.items.map((business) => businessItem(business, BigInt(project.settings.id))),
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      TotalCount: page.totalCount,
    },
  }
}
