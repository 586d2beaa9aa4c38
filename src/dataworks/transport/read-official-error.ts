import { isRecord } from '../../document/is-record.ts'
import { meaningOfCode } from './failure-codes.ts'
import type { TransportResponse } from './transport.ts'
import { TransportError } from './transport-error.ts'

interface OfficialErrorFields {
  readonly name?: unknown
  readonly code?: unknown
  readonly data?: unknown
}

function fieldsOf(error: unknown): OfficialErrorFields {
  return typeof error === 'object' && error !== null ? error : {}
}

/** The answer inside of an error that the official client made of an error status; it puts the status into the body. */
function answerIn(data: unknown): TransportResponse | undefined {
  if (!isRecord(data) || typeof data['statusCode'] !== 'number') return undefined
  const { statusCode, ...body } = data
  return { status: statusCode, headers: {}, body: JSON.stringify(body) }
}

function failure(fields: OfficialErrorFields): TransportError {
  const code = typeof fields.code === 'string' ? fields.code : 'NetworkError'
  if (fields.name === 'SyntaxError') {
    const message = 'the official client could not read the answer, and lost its status'
    return new TransportError(message, { reason: 'invalid-answer', code: 'InvalidAnswer', delivered: true })
  }
  if (code === 'InvalidCredentials') {
    const message = 'the official client has no usable credentials'
    return new TransportError(message, { reason: 'credentials', code, delivered: false, transient: false })
  }
  if (fields.name === 'RequestTimeoutError') {
    // It says ConnectTimeout of established connections too, so the request may have arrived.
    return new TransportError('no answer in time', { reason: 'timeout', code: 'Timeout', delivered: true })
  }
  return new TransportError(`the connection failed (${code})`, { reason: 'network', code, ...meaningOfCode(code) })
}

/**
 * Reads an error of the official client: the answer it was made of when there is one, else a {@link TransportError}.
 *
 * The error itself goes no further, not even as a cause: some of them carry the signed request.
 */
export function readOfficialError(error: unknown): TransportResponse | TransportError {
  const fields = fieldsOf(error)
  return answerIn(fields.data) ?? failure(fields)
}
