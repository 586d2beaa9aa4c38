import { isRecord } from '../../document/json/records.ts'
import { TransportError } from '../errors/transport-error.ts'
import { meaningOfCode } from './failure-codes.ts'
import type { TransportResponse } from './transport.ts'

function readHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return {}
  const texts = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name.toLowerCase(), value]))
}

/**
 * Reads what a generic call resolves to. The first versions of `@alicloud/openapi-client` 0.4 give no status; every one
 * rejects for a status that is an error, so that what is read here was none.
 *
 * @throws TransportError when it is no answer at all
 */
export function readOfficialAnswer(answer: { readonly [name: string]: unknown }): TransportResponse {
  const { statusCode = 200, headers, body } = answer
  if (typeof statusCode === 'number' && typeof body === 'string') {
    return { status: statusCode, headers: readHeaders(headers), body }
  }
  const message = 'the official client gave an answer without text'
  throw new TransportError(message, { reason: 'invalid-answer', code: 'InvalidAnswer', delivered: true })
}

/** What errors of the official clients hold; which of it, depends on their base and its version. */
interface OfficialErrorFields {
  readonly name?: unknown
  readonly message?: unknown
  readonly code?: unknown
  /** The answer, parsed. */
  readonly data?: unknown
  /** Of the newer base; the older one has it in `data`. */
  readonly statusCode?: unknown
  readonly requestId?: unknown
  /** Of the newer base: how long to wait, in milliseconds. It is not a number when the answer did not say. */
  readonly retryAfter?: unknown
}

function fieldsOf(error: unknown): OfficialErrorFields {
  return typeof error === 'object' && error !== null ? error : {}
}

/** Every version writes the status into its message: `NoPermission: code: 403, … request id: …`. */
const statusInMessage = /\bcode: ([1-5]\d\d), /

function statusOf({ statusCode, data, message }: OfficialErrorFields): number | undefined {
  if (typeof statusCode === 'number') return statusCode
  if (!isRecord(data)) return undefined
  if (typeof data['statusCode'] === 'number') return data['statusCode']
  const written = typeof message === 'string' ? statusInMessage.exec(message)?.[1] : undefined
  return written === undefined ? undefined : Number(written)
}

/** The answer an error was made of, or what the error itself says of it. */
function bodyOf({ code, message, requestId, data }: OfficialErrorFields): object {
  if (!isRecord(data)) return { Code: code, Message: message, RequestId: requestId }
  const { statusCode: _, ...body } = data
  return body
}

/** The answer inside of an error that the official client made of an error status. */
function answerIn(fields: OfficialErrorFields): TransportResponse | undefined {
  const status = statusOf(fields)
  if (status === undefined) return undefined
  const { retryAfter } = fields
  const asks = typeof retryAfter === 'number' && Number.isInteger(retryAfter) && retryAfter >= 0
  return {
    status,
    headers: asks ? { 'x-acs-retry-after': String(retryAfter) } : {},
    body: JSON.stringify(bodyOf(fields)),
  }
}

function withoutCredentials(code: string): TransportError {
  const message = 'the official client has no usable credentials'
  const hint = 'Give the official client an access key or a client of @alicloud/credentials that has one.'
  return new TransportError(message, { reason: 'credentials', code, delivered: false, transient: false, hint })
}

/** How the sources of `@alicloud/credentials` begin to say that they have none. */
const sourceFailed = /^unable to get credentials\b/

function failure({ name, code: given, message }: OfficialErrorFields): TransportError {
  const code = typeof given === 'string' ? given : 'NetworkError'
  if (name === 'SyntaxError') {
    const text = 'the official client could not read the answer, and lost its status'
    return new TransportError(text, { reason: 'invalid-answer', code: 'InvalidAnswer', delivered: true })
  }
  if (code === 'InvalidCredentials') return withoutCredentials(code)
  if (typeof message === 'string' && sourceFailed.test(message)) return withoutCredentials('CredentialsSourceFailed')
  if (name === 'RequestTimeoutError') {
    // It says ConnectTimeout of established connections too, so the request may have arrived.
    return new TransportError('no answer in time', { reason: 'timeout', code: 'Timeout', delivered: true })
  }
  return new TransportError(`the connection failed (${code})`, { reason: 'network', code, ...meaningOfCode(code) })
}

/**
 * Reads an error of an official client: the answer it was made of when there is one, else a {@link TransportError}.
 *
 * The error itself goes no further, not even as a cause: some of them carry the signed request.
 */
export function readOfficialError(error: unknown): TransportResponse | TransportError {
  const fields = fieldsOf(error)
  return answerIn(fields) ?? failure(fields)
}
