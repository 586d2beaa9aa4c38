import { isRecord, readText } from '../../document/json/records.ts'
import { DataWorksError, type DataWorksErrorKind } from '../errors/data-works-error.ts'
import { type CatalogueEntry, errorCatalogue, lookupCode } from '../errors/error-catalogue.ts'
import { cleanText } from '../errors/error-text.ts'
import { firstText } from '../operations/answer.ts'
import { type Effect, isRepeatable } from '../operations/operation.ts'
import { parseExact } from '../operations/parse-exact.ts'
import type { TransportResponse } from '../transport/transport.ts'
import { retryAfterOf } from './retry-after.ts'

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

const harmless = 'The service may have done it all the same; repeating the call, which signs it anew, does no harm.'

/** Makes the error of an answer that refuses, whatever its status. */
export function refusalError(action: string, effect: Effect, response: TransportResponse): DataWorksError {
  const refusal = readRefusal(response)
  const { kind, hint } = meaningOf(refusal)
  const refusedBefore = isThrottling(refusal)
  const isFault = !refusedBefore && isServiceFault(refusal, kind)
  // The nonce of a doubled request was used by its first copy, which may have been executed.
  const mayHaveHappened = isFault || refusal.code === 'SignatureNonceUsed'
  const isHarmless = mayHaveHappened && isRepeatable(effect)
  return new DataWorksError({
    action,
    kind,
    code: refusal.code,
    message: refusal.message,
    httpStatus: response.status,
    requestId: refusal.requestId,
    retryable: refusedBefore || isHarmless,
    ambiguous: mayHaveHappened && effect !== 'read',
    hint: isHarmless ? harmless : hint,
    retryAfter: retryAfterOf(response.headers, Date.now()),
  })
}

/** What an answer says of why it refuses. */
interface Refusal {
  readonly code: string
  readonly message: string
  readonly requestId: string | undefined
  /** The status, or the one the answer names itself when it came with 200. */
  readonly status: number
}

const bodyExcerpt = 200

function withoutFields(response: TransportResponse): Refusal {
  const excerpt = cleanText(response.body, response.redact).slice(0, bodyExcerpt)
  return {
    code: `HTTP${response.status}`,
    message: excerpt === '' ? 'the answer is empty' : `the answer is not JSON: ${excerpt}`,
    requestId: requestIdOf(response, undefined),
    status: response.status,
  }
}

/**
 * Reads an answer that refuses: `Code`, `Message` and `RequestId` of the gateway, or the envelope of the older
 * operations with `ErrorCode` and `ErrorMessage`, or whatever else came, of which the status is kept.
 */
function readRefusal(response: TransportResponse): Refusal {
  const { redact } = response
  const body = parseExact(response.body)
  if (!isRecord(body)) return withoutFields(response)
  const ownStatus = Number(firstText(body, ['HttpStatusCode']) ?? 0)
  return {
    code: cleanText(firstText(body, ['Code', 'ErrorCode', 'code']) ?? `HTTP${response.status}`, redact),
    message: cleanText(firstText(body, ['Message', 'ErrorMessage', 'message']) ?? 'no reason was given', redact),
    requestId: requestIdOf(response, body),
    status: response.status >= 300 ? response.status : Math.max(response.status, ownStatus || 0),
  }
}

/**
 * Throttling as the service's message spells it when the code is a bare number: `Throttling.User`. In the middle of a
 * message only the documented words count, for the name of something may stand there, and what is throttled is repeated.
 */
const throttlingMessage = /^(?:Rejected\.)?Throttling\b|\bThrottling\.(?:Api|System|User)\b/i

/**
 * Whether an answer refuses because of too many requests, before anything was done. The service spells this in several
 * ways: by status 429, by a code with `Throttling` in it at other statuses, and by a number with the word as message.
 */
function isThrottling(refusal: { readonly status: number; readonly code: string; readonly message: string }): boolean {
  if (refusal.status === 429 || /throttling/i.test(refusal.code)) return true
  return lookupCode(refusal.code)?.kind === 'throttled' || throttlingMessage.test(refusal.message)
}

/** Longer than any id of a request; it bounds what a stranger writes into an error. */
const longest = 100

/** The id of the request that an answer names, in its body or in a header. */
export function requestIdOf(response: TransportResponse, answer: unknown): string | undefined {
  const id = readText(answer, 'RequestId') ?? readText(answer, 'requestId') ?? response.headers['x-acs-request-id']
  return id === undefined ? undefined : cleanText(id, response.redact).slice(0, longest) || undefined
}
