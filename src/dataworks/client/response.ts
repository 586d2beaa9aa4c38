import { isRecord } from '../../document/json/records.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import { type Answer, flagIn, MissingFieldError } from '../operations/answer.ts'
import { parseExact } from '../operations/parse-exact.ts'
import type { TransportResponse } from '../transport/transport.ts'
import type { PreparedCall } from './prepared-call.ts'
import { refusalError, requestIdOf } from './refusal.ts'

function unreadable(
  call: PreparedCall<unknown>,
  response: TransportResponse,
  message: string,
  answer?: Answer,
): DataWorksError {
  return new DataWorksError({
    action: call.action,
    kind: 'unreadable-answer',
    code: 'UnreadableAnswer',
    message,
    httpStatus: response.status,
    requestId: requestIdOf(response, answer),
    retryable: call.effect !== 'create',
    ambiguous: call.effect !== 'read',
  })
}

function parseAnswer(call: PreparedCall<unknown>, response: TransportResponse): Answer {
  const body = parseExact(response.body)
  if (isRecord(body)) return body
  const what = response.body === '' ? 'the answer is empty' : 'the answer is not a JSON object'
  throw unreadable(call, response, what)
}

/**
 * Reads what came back as the result of a call.
 *
 * @throws DataWorksError when it refuses, whatever its status, and when it is not what the operation answers
 */
export function readResponse<Result>(call: PreparedCall<Result>, response: TransportResponse): Result {
  if (response.status < 200 || response.status > 299) throw refusalError(call.action, call.effect, response)
  const answer = parseAnswer(call, response)
  // The older operations answer 200 whatever happened, and say here how it went.
  if (flagIn(answer, 'Success') === false) throw refusalError(call.action, call.effect, response)
  try {
    return call.read(answer)
  } catch (error) {
    if (!(error instanceof MissingFieldError)) throw error
    throw unreadable(call, response, error.message, answer)
  }
}
