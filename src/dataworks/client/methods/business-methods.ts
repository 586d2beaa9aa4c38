import { type CreateBusinessParams, type CreatedBusiness, createBusiness } from '../../operations/business.ts'
import {
  type Business,
  type BusinessParams,
  deleteBusiness,
  type EstablishRelationTableToBusinessParams,
  establishRelationTableToBusiness,
  type FoundBusiness,
  getBusiness,
  type ListBusinessParams,
  listBusiness,
  type UpdateBusinessParams,
  updateBusiness,
} from '../../operations/legacy/business-changes.ts'
import type { LegacyAnswer } from '../../operations/legacy/legacy-operation.ts'
import type { Page } from '../../operations/result.ts'
import type { LegacyCallOptions } from './legacy-call.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with business processes of the old Data Studio. */
export interface BusinessMethods {
  /** Makes a business process in a workspace of the old Data Studio. It is never repeated blindly. */
  createBusiness(params: CreateBusinessParams, options?: LegacyCallOptions): Promise<CreatedBusiness>
  /** Reads a business process. */
  getBusiness(params: BusinessParams, options?: LegacyCallOptions): Promise<FoundBusiness>
  /** Reads one page of the business processes of a workspace. */
  listBusiness(params: ListBusinessParams, options?: LegacyCallOptions): Promise<Page<Business>>
  /** Walks all business processes of a workspace, page by page. */
  eachBusiness(params: AllPages<ListBusinessParams>, options?: LegacyCallOptions): AsyncIterable<Business>
  /** Updates a business process. What it is for cannot change. */
  updateBusiness(params: UpdateBusinessParams, options?: LegacyCallOptions): Promise<LegacyAnswer>
  /** Deletes a business process. */
  deleteBusiness(params: BusinessParams, options?: LegacyCallOptions): Promise<LegacyAnswer>
  /** Shows a table in a business process. */
  establishRelationTableToBusiness(
    params: EstablishRelationTableToBusinessParams,
    options?: LegacyCallOptions,
  ): Promise<LegacyAnswer>
}

export function businessMethods({ legacy, walkLegacy }: MethodMaker): BusinessMethods {
  return {
    createBusiness: legacy(createBusiness),
    getBusiness: legacy(getBusiness),
    listBusiness: legacy(listBusiness),
    eachBusiness: walkLegacy(
      listBusiness,
      (params: AllPages<ListBusinessParams>, page) => ({ ...params, ...page }),
      ({ businessId }) => businessId,
    ),
    updateBusiness: legacy(updateBusiness),
    deleteBusiness: legacy(deleteBusiness),
    establishRelationTableToBusiness: legacy(establishRelationTableToBusiness),
  }
}
