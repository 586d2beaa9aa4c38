import type { ServiceError } from '../errors/service-error.ts'
import { writeJsonText } from '../json/write-json-text.ts'
import { type Answer, jsonContentType } from './answer.ts'

/** Where an error goes: which request, to which host. */
export interface ErrorPlace {
  readonly requestId: string
  readonly host: string
}

/** The body of an error, in the shape the gateway gives it. */
function errorBody(code: string, message: string, { requestId, host }: ErrorPlace): string {
  const Recommend = `https://api.alibabacloud.com/troubleshoot?q=${encodeURIComponent(code)}`
  return writeJsonText({ RequestId: requestId, HostId: host, Code: code, Message: message, Recommend })
}

/** An error of the gateway as an answer. */
export function errorAnswer(
  error: Pick<ServiceError, 'status' | 'code'> & { readonly placedMessage: string },
  place: ErrorPlace,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = errorBody(error.code, error.placedMessage, place)
  return { status: error.status, contentType: jsonContentType, headers, body }
}
