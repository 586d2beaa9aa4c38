import type { DataWorksErrorKind } from './data-works-error.ts'

/** What is known of an error code. */
export interface CatalogueEntry {
  readonly kind: DataWorksErrorKind
  readonly hint: string
}

const throttled: CatalogueEntry = {
  kind: 'throttled',
  hint: 'The service refused before doing anything. Wait, then call again; send fewer requests a second.',
}
const quota: CatalogueEntry = {
  kind: 'quota-exceeded',
  hint: 'The calls of this operation for the day are used up; they come back the next day, or with a higher edition.',
}
const serviceFault: CatalogueEntry = {
  kind: 'service-fault',
  hint: 'The service failed. A call that creates something may have had its effect: look before repeating it.',
}
const noPermission: CatalogueEntry = {
  kind: 'no-permission',
  hint: 'The RAM user or role of the access key needs the permission for this operation and a role in the workspace.',
}
const expired: CatalogueEntry = {
  kind: 'credentials-rejected',
  hint: 'The security token is wrong or has expired: get new temporary credentials.',
}
const clock: CatalogueEntry = {
  kind: 'clock-skew',
  hint: "The request's time is more than 15 minutes from the service's: set this machine's clock.",
}
const noOperation: CatalogueEntry = {
  kind: 'not-found',
  hint: 'The operation does not exist in this version of the API or in this region; names are case-sensitive.',
}
const notFound: CatalogueEntry = {
  kind: 'not-found',
  hint: 'Check the id and the workspace it belongs to.',
}
const noProject: CatalogueEntry = {
  kind: 'not-found',
  hint: 'There is no such workspace in this region, or the access key may not see it.',
}

/** The code for an id of nothing, as the official Terraform provider handles it. */
export const resourceNotFound = '5801488441564725318'

/**
 * Codes with a meaning of their own. Sources: the error codes on the page of CreateBusiness in the DataWorks API
 * reference, the common error codes of the Alibaba Cloud OpenAPI gateway, and the codes that the official Terraform
 * provider, SDKs and command line guides handle. Decimal codes are kept as text: some have 19 digits.
 */
export const errorCatalogue: Readonly<Record<string, CatalogueEntry>> = {
  // CreateBusiness
  'Forbidden.Access': {
    kind: 'edition-required',
    hint: 'The operation needs a higher edition of DataWorks in this region: activate Enterprise Edition or above.',
  },
  'Throttling.Api': throttled,
  'Throttling.System': throttled,
  'Throttling.User': throttled,
  'Throttling.Api.Risk': quota,
  'InternalError.System': serviceFault,
  'InternalError.UserId.Missing': serviceFault,
  // The gateway
  Throttling: throttled,
  'Rejected.Throttling': throttled,
  InternalError: serviceFault,
  ServiceUnavailable: serviceFault,
  'InvalidProduct.NotFound': {
    kind: 'not-found',
    hint: 'DataWorks is not served at this endpoint: check region and endpoint.',
  },
  'InvalidApi.NotFound': noOperation,
  'InvalidAction.NotFound': noOperation,
  'InvalidProtocol.NeedSsl': { kind: 'invalid-parameter', hint: 'The endpoint takes https only.' },
  'InvalidAccessKeyId.NotFound': {
    kind: 'credentials-rejected',
    hint: 'There is no such access key: check ALIBABA_CLOUD_ACCESS_KEY_ID or what the client was given.',
  },
  'InvalidAccessKeyId.Inactive': {
    kind: 'credentials-rejected',
    hint: 'The access key is disabled: enable it in the RAM console or use another one.',
  },
  'InvalidSecurityToken.Expired': expired,
  'InvalidSecurityToken.Malformed': expired,
  'InvalidTimeStamp.Expired': clock,
  'InvalidTimeStamp.Format': clock,
  SignatureNonceUsed: {
    kind: 'signature-rejected',
    hint: 'The very same request arrived twice, so its first copy may have been executed: look, then call again.',
  },
  SignatureDoesNotMatch: {
    kind: 'signature-rejected',
    hint: 'The access key secret is most likely wrong: check ALIBABA_CLOUD_ACCESS_KEY_SECRET or what the client was given.',
  },
  IncompleteSignature: {
    kind: 'signature-rejected',
    hint: 'Something between here and the service took headers away, such as a proxy.',
  },
  'Forbidden.RAM': noPermission,
  NoPermission: noPermission,
  // DataWorks
  '9990010001': { kind: 'not-activated', hint: 'Activate DataWorks for the account in this region first.' },
  '9990020002': throttled,
  '9990030003': {
    kind: 'invalid-parameter',
    hint: 'A parameter is missing or invalid. Workspaces of the new Data Studio take FlowSpec operations, older ones business processes; mixing them fails.',
  },
  '9990040003': noProject,
  '1101080008': noProject,
  '1101080166': noPermission,
  '400010': noPermission,
  '403030': noPermission,
  '1000010005': { kind: 'not-found', hint: 'Check the name of the data source in the workspace.' },
  '1201111431': {
    kind: 'not-found',
    hint: 'The folder does not exist, or the workspace is of the new Data Studio: it takes FlowSpec operations, not business processes and files.',
  },
  '58014884415': { kind: 'spec-rejected', hint: 'The text is not a FlowSpec document: run the check on it.' },
  [resourceNotFound]: notFound,
  '5801489541076353033': {
    kind: 'not-found',
    hint: 'Only whole workflows are published: give the id of the workflow, not of a node in it.',
  },
  'Invalid.Tenant.ConnectionNotExists': { kind: 'not-found', hint: 'Check the name of the data source.' },
  'Invalid.Tenant.ProjectNotExists': noProject,
  'Invalid.Tenant.UserNotInProject': noPermission,
  'Invalid.Tenant.UserIsNotProjectOwnerOrAdmin': noPermission,
  'Invalid.Tenant.UserNotInTenant': noPermission,
}

const specRejected: CatalogueEntry = {
  kind: 'spec-rejected',
  hint: 'Data Studio refused the document or something it names. Workspaces of the old Data Studio take no FlowSpec at all.',
}
const badToken: CatalogueEntry = {
  kind: 'credentials-rejected',
  hint: 'The access key or security token is wrong or has expired.',
}
const badParameter: CatalogueEntry = {
  kind: 'invalid-parameter',
  hint: 'A parameter is missing or wrong. Workspaces of the new Data Studio take FlowSpec operations, older ones business processes; mixing them fails.',
}
const nothing: CatalogueEntry = {
  kind: 'not-found',
  hint: 'Check the id and the workspace it belongs to.',
}

/** The upper 16 bits of every 64-bit code of Data Studio. */
const dataStudioFamily = 0x5083n

/** Whether a code is one of the 64-bit codes of Data Studio, in decimal or hexadecimal. */
function isDataStudioCode(code: string): boolean {
  if (!/^(?:\d{15,20}|0x[0-9a-fA-F]{16})$/.test(code)) return false
  return BigInt(code) >> 48n === dataStudioFamily
}

function byFamily(code: string): CatalogueEntry | undefined {
  if (isDataStudioCode(code)) return specRejected
  if (/^Invalid(?:AccessKeyId|SecurityToken)\./.test(code)) return badToken
  if (code.startsWith('InvalidTimeStamp.')) return errorCatalogue['InvalidTimeStamp.Expired']
  if (/^Forbidden(?:\.|$)/.test(code)) return errorCatalogue['NoPermission']
  if (/\.NotFound$|NotExists?$/.test(code)) return nothing
  if (/^(?:Missing|Invalid)/.test(code)) return badParameter
  return undefined
}

/** What is known of an error code: its own entry, else that of the family its name belongs to. */
export function lookupCode(code: string): CatalogueEntry | undefined {
  return Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code] : byFamily(code)
}
