import { text } from '../../../diagnostics/arguments.ts'
import { type CreateBusinessParams, type CreatedBusiness, createBusiness } from '../../operations/business.ts'
import type { CallOptions } from '../client-options.ts'
import { runOperation } from '../run-call.ts'
import { callKinds, type MethodMaker, requireCall } from './method-maker.ts'

/** What a call of CreateBusiness takes besides its parameters. */
export interface CreateBusinessOptions extends CallOptions {
  /** The version of the API; `2020-05-18` when left out, and `2024-05-18` has the same operation. */
  readonly version?: '2020-05-18' | '2024-05-18' | undefined
}

/** What a client does with business processes of the old Data Studio. */
export interface BusinessMethods {
  /** Makes a business process in a workspace of the old Data Studio. It is never repeated blindly. */
  createBusiness(params: CreateBusinessParams, options?: CreateBusinessOptions): Promise<CreatedBusiness>
}

export function businessMethods({ connection }: MethodMaker): BusinessMethods {
  return {
    createBusiness: async (params, options = {}) => {
      requireCall(createBusiness.action, params, options, { ...callKinds, version: text })
      const { version = createBusiness.version, signal } = options
      return await runOperation(connection, { ...createBusiness, version }, params, signal)
    },
  }
}
