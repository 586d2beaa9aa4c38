import type { BusinessRecord, UseType } from '../state/project.ts'
import { duplicateBusinessName, unknownResource } from '../wire/error-catalogue.ts'
import type { JsonObject } from '../wire/json.ts'
import { ServiceError } from '../wire/service-error.ts'
import {
  type Answerer,
  type Call,
  dataStudioVersion,
  isFuzzyMatch,
  type Operation,
  type OperationTable,
  pageOf,
} from './call.ts'
import { findLegacyProject } from './lookup.ts'

/** The operations on business processes. */
export const businessOperations: OperationTable = {
  CreateBusiness: legacy(createBusiness),
  GetBusiness: legacy(getBusiness),
  ListBusiness: legacy(listBusiness),
}

/** An operation of the legacy Data Studio, which both versions have. */
function legacy(answer: Answerer): Operation {
  return { versions: ['2020-05-18', dataStudioVersion], method: 'POST', answer: legacyEnvelope(answer) }
}

/**
 * The envelope of an operation of the legacy Data Studio. It says in the body whether the call succeeded; the HTTP
 * status is 200 either way, so a caller has to look at `Success`.
 */
function legacyEnvelope(answer: Answerer): Answerer {
  return (call): JsonObject => {
    try {
      return { HttpStatusCode: 200, Success: true, ...answer(call) }
    } catch (error) {
      if (!(error instanceof ServiceError) || isFromGateway(error)) throw error
      return { HttpStatusCode: error.status, Success: false, ErrorCode: error.code, ErrorMessage: error.message }
    }
  }
}

/** Refusals of parameters come from the gateway, in front of the operation. */
function isFromGateway({ code }: ServiceError): boolean {
  return code.startsWith('Missing') || code.startsWith('Invalid')
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

function createBusiness(call: Call): JsonObject {
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

function getBusiness(call: Call): JsonObject {
  const id = call.parameters.requiredInt64('BusinessId')
  const project = findLegacyProject(call)
  const business = project.businesses.get(id)
  if (business === undefined) throw unknownResource('business process', id)
  return { Data: businessItem(business, project.settings.id) }
}

function listBusiness(call: Call): JsonObject {
  const keyword = call.parameters.text('Keyword')
  const project = findLegacyProject(call)
  const all = [...project.businesses.values()].filter((business) => isFuzzyMatch(business.name, keyword))
  const show = (business: BusinessRecord) => businessItem(business, BigInt(project.settings.id))
  return { Data: pageOf(call, all, { name: 'Business', show, smallest: 1, required: true }) }
}
