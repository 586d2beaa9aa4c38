import { requiredText, textIn } from '../answer.ts'
import { type Id, type Operation, required } from '../operation.ts'
import { type Fields, inside, type Page, pageOf, result, type WithMore } from '../result.ts'
import {
  type LegacyAnswer,
  type LegacyWorkspace,
  legacyFields,
  legacyOperation,
  readDone,
  workspaceParameters,
} from './legacy-operation.ts'

/** A business process. */
export interface Business extends WithMore {
  readonly businessId: string
  readonly businessName: string
  readonly description: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  /** `NORMAL`: its nodes run on a schedule. `MANUAL_BIZ`: by hand. */
  readonly useType: string | undefined
}

/** A business process of a workspace. */
export interface BusinessParams extends LegacyWorkspace {
  readonly businessId: Id
}

/** The answer of GetBusiness. */
export interface FoundBusiness extends Business, LegacyAnswer {}

/** The parameters of ListBusiness. */
export interface ListBusinessParams extends LegacyWorkspace {
  /** Which page, counted from 1. */
  readonly pageNumber: number
  /** How many items a page has, up to 100. */
  readonly pageSize: number
  /** Part of the name. */
  readonly keyword?: string | undefined
}

/** The parameters of UpdateBusiness. What a business process is for cannot change. */
export interface UpdateBusinessParams extends BusinessParams {
  readonly businessName?: string | undefined
  readonly description?: string | undefined
  /** The account id of the owner. */
  readonly owner?: string | undefined
}

/** The parameters of EstablishRelationTableToBusiness. */
export interface EstablishRelationTableToBusinessParams extends LegacyWorkspace {
  readonly businessId: Id
  /** The table, such as `odps.project.table`. */
  readonly tableGuid: string
  readonly folderId?: Id | undefined
}

const businessFields: Fields<Business> = {
  businessId: requiredText,
  businessName: requiredText,
  description: textIn,
  owner: textIn,
  projectId: textIn,
  useType: textIn,
}

const businessParameters = { ...workspaceParameters, businessId: required('int64') }

/** GetBusiness (2020-05-18). */
export const getBusiness: Operation<BusinessParams, FoundBusiness> = legacyOperation<BusinessParams, FoundBusiness>(
  'GetBusiness',
  'read',
  businessParameters,
  result<FoundBusiness>({
    ...legacyFields,
    businessId: inside('Data', requiredText),
    businessName: inside('Data', requiredText),
    description: inside('Data', textIn),
    owner: inside('Data', textIn),
    projectId: inside('Data', textIn),
    useType: inside('Data', textIn),
  }),
)

/** ListBusiness (2020-05-18). */
export const listBusiness: Operation<ListBusinessParams, Page<Business>> = legacyOperation<
  ListBusinessParams,
  Page<Business>
>(
  'ListBusiness',
  'read',
  { ...workspaceParameters, pageNumber: required('count'), pageSize: required('count'), keyword: 'text' },
  pageOf('Business', businessFields, 'Data'),
)

/** UpdateBusiness (2020-05-18). */
export const updateBusiness: Operation<UpdateBusinessParams, LegacyAnswer> = legacyOperation<
  UpdateBusinessParams,
  LegacyAnswer
>(
  'UpdateBusiness',
  'replace',
  { ...businessParameters, businessName: 'text', description: 'text', owner: 'text' },
  readDone,
)

/** DeleteBusiness (2020-05-18). */
export const deleteBusiness: Operation<BusinessParams, LegacyAnswer> = legacyOperation<BusinessParams, LegacyAnswer>(
  'DeleteBusiness',
  'delete',
  businessParameters,
  readDone,
)

/** EstablishRelationTableToBusiness (2020-05-18): shows a table in a business process. */
export const establishRelationTableToBusiness: Operation<EstablishRelationTableToBusinessParams, LegacyAnswer> =
  legacyOperation<EstablishRelationTableToBusinessParams, LegacyAnswer>(
    'EstablishRelationTableToBusiness',
    'replace',
    { ...workspaceParameters, businessId: required('id'), tableGuid: required('text'), folderId: 'id' },
    readDone,
  )
