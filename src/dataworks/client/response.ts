import { isRecord } from '../../document/json/records.ts'
import { DataWorksError, restateError } from '../errors/data-works-error.ts'
import { type Answer, filledText, flagIn, MissingFieldError } from '../operations/answer.ts'
import { isRepeatable } from '../operations/operation.ts'
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
    retryable: isRepeatable(call.effect),
    ambiguous: call.effect !== 'read',
  })
}

function parseAnswer(call: PreparedCall<unknown>, response: TransportResponse): Answer {
  const body = parseExact(response.body)
  if (isRecord(body)) return body
  const what = response.body === '' ? 'the answer is empty' : 'the answer is not a JSON object'
  throw unreadable(call, response, what)
}

/** What some gateways write where an answer has a code although nothing failed. */
const codeOfSuccess = /^(?:0|2\d\d|ok|success)$/i

/** Whether an answer is an error of the gateway with the status of a success. No answer of an operation has a `Code`. */
function isErrorInSuccess(answer: Answer): boolean {
  const code = filledText(answer, 'Code')
  return code !== undefined && !codeOfSuccess.test(code) && flagIn(answer, 'Success') !== true
}

/** A failing gateway says nothing of the operation, whose answer this was to be; other codes are what they are. */
function errorInSuccess(call: PreparedCall<unknown>, response: TransportResponse): DataWorksError {
  const error = refusalError(call.action, call.effect, response)
  return error.kind === 'service-fault' ? restateError(error, { kind: 'unreadable-answer' }) : error
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
  if (isErrorInSuccess(answer)) throw errorInSuccess(call, response)
  try {
    return call.read(answer)
  } catch (error) {
    if (!(error instanceof MissingFieldError)) throw error
    throw unreadable(call, response, error.message, answer)
  }
}
