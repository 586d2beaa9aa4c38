import { type CatalogueEntry, errorCatalogue } from './error-catalogue.ts'

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
