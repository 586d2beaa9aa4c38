import { filledText, flagIn, numberIn, requiredText, textIn } from './answer.ts'
import { type Id, type Operation, required } from './operation.ts'
import { result, type WithMore } from './result.ts'

/** The parameters of CreateBusiness. Give the workspace by its number or by its name, not by both. */
export interface CreateBusinessParams {
  /** The workspace, by its number. */
  readonly projectId?: Id | undefined
  /** The workspace, by its name. */
  readonly projectIdentifier?: string | undefined
  /** The name of the business process, unique in the workspace. */
  readonly businessName: string
  readonly description?: string | undefined
  /** The account id of the owner; the caller when left out. */
  readonly owner?: string | undefined
  /** `NORMAL`: its nodes run on a schedule, which is what the service takes when left out. `MANUAL_BIZ`: by hand. */
  readonly useType?: 'MANUAL_BIZ' | 'NORMAL' | undefined
}

/** The answer of CreateBusiness. */
export interface CreatedBusiness extends WithMore {
  /** The id of the business process. */
  readonly businessId: string
  readonly success: boolean | undefined
  readonly httpStatusCode: number | undefined
  readonly errorCode: string | undefined
  readonly errorMessage: string | undefined
  readonly requestId: string | undefined
}

const useTypes: ReadonlySet<unknown> = new Set(['MANUAL_BIZ', 'NORMAL', undefined, null])

function check(params: CreateBusinessParams): string[] {
  const given = [params.projectId, params.projectIdentifier].filter((part) => part !== undefined && part !== null)
  const faults = given.length === 1 ? [] : ['give projectId or projectIdentifier, exactly one of them']
  return useTypes.has(params.useType) ? faults : [...faults, 'useType must be "NORMAL" or "MANUAL_BIZ"']
}

/**
 * CreateBusiness, of version 2020-05-18 unless a call asks for another: a business process, the folder-like container
 * of workspaces of the old Data Studio.
 */
export const createBusiness: Operation<CreateBusinessParams, CreatedBusiness> = {
  action: 'CreateBusiness',
  version: '2020-05-18',
  method: 'POST',
  effect: 'create',
  parameters: {
    projectId: 'workspace',
    projectIdentifier: 'text',
    businessName: required('text'),
    description: 'text',
    owner: 'text',
    useType: 'text',
  },
  check,
  read: result({
    businessId: requiredText,
    success: flagIn,
    httpStatusCode: numberIn,
    errorCode: filledText,
    errorMessage: filledText,
    requestId: textIn,
  }),
}
