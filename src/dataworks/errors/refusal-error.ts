import type { Effect } from '../operations/effect.ts'
import type { TransportResponse } from '../transport/transport.ts'
import { DataWorksError } from './data-works-error.ts'
import { type CatalogueEntry, errorCatalogue } from './error-catalogue.ts'
import type { DataWorksErrorKind } from './error-kind.ts'
import { isThrottling } from './is-throttling.ts'
import { lookupCode } from './lookup-code.ts'
import { type Refusal, readRefusal } from './read-refusal.ts'

function kindOfStatus(status: number): DataWorksErrorKind {
  if (status >= 500) return 'service-fault'
  if (status === 401 || status === 403) return 'no-permission'
  if (status === 404) return 'not-found'
  // Redirects are not followed: a signed request is for one host.
  if (status >= 300 && status < 400) return 'unreadable-answer'
  return 'unknown'
}

function meaningOf(refusal: Refusal): Partial<CatalogueEntry> & Pick<CatalogueEntry, 'kind'> {
  const known = lookupCode(refusal.code)
  if (isThrottling(refusal))
    return known?.kind === 'quota-exceeded' ? known : { ...errorCatalogue['Throttling'], kind: 'throttled' }
  if (/already exist/i.test(refusal.message))
    return { kind: 'name-taken', hint: 'Use another name, or look up what has it.' }
  if (known !== undefined) return known
  return refusal.status >= 500
    ? { ...errorCatalogue['InternalError'], kind: 'service-fault' }
    : { kind: kindOfStatus(refusal.status) }
}

/** Whether the service itself failed; the older operations say so in an answer that may carry no status of its own. */
function isServiceFault(refusal: Refusal, kind: DataWorksErrorKind): boolean {
  return refusal.status >= 500 || kind === 'service-fault'
}

function retryAfterOf(response: TransportResponse): number | undefined {
  const text = response.headers['x-acs-retry-after']
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

/** Makes the error of an answer that refuses, whatever its status. */
export function refusalError(action: string, effect: Effect, response: TransportResponse): DataWorksError {
  const refusal = readRefusal(response)
  const { kind, hint } = meaningOf(refusal)
  const refusedBefore = isThrottling(refusal)
  const isFault = !refusedBefore && isServiceFault(refusal, kind)
  // The nonce of a doubled request was used by its first copy, which may have been executed.
  const mayHaveHappened = isFault || refusal.code === 'SignatureNonceUsed'
  return new DataWorksError({
    action,
    kind,
    code: refusal.code,
    message: refusal.message,
    httpStatus: response.status,
    requestId: refusal.requestId,
    retryable: refusedBefore || (isFault && effect !== 'create'),
    ambiguous: mayHaveHappened && effect !== 'read',
    hint,
    retryAfter: retryAfterOf(response),
  })
}
