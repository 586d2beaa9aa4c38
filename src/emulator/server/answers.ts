import { clockTolerance } from '../wire/authenticator.ts'
import { expiredTimestamp, usedNonce } from '../wire/error-catalogue.ts'
import { writeJsonText } from '../wire/json.ts'
import type { ServiceError } from '../wire/service-error.ts'
import type { Fault } from './faults.ts'

/** An answer as it goes on the wire. */
interface Answer {
  /** HTTP status. */
  readonly status: number
  readonly contentType: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How it gets on the wire, where that is not whole and at once. */
  readonly delivery?: Delivery
}

/** An answer that breaks off, is compressed, or comes in pieces, each after so many milliseconds. */
export type Delivery = 'cut' | 'gzip' | { readonly drip: number }

/** How a fault lets an answer get on the wire. */
export function deliveryOf(fault: Fault): Delivery | undefined {
  if ('cut' in fault) return 'cut'
  if ('gzip' in fault) return 'gzip'
  return 'drip' in fault ? { drip: fault.drip } : undefined
}

/** What becomes of an exchange: an answer, or a connection that is reset without one. */
export type Outcome = Answer | 'reset'

/** How the service labels its JSON. */
export const jsonContentType = 'application/json;charset=utf-8'

/** Where an error goes: which request, to which host. */
export interface RequestOrigin {
  readonly requestId: string
  readonly host: string
}

/** The body of an error, in the shape the gateway gives it. */
function errorBody(code: string, message: string, { requestId, host }: RequestOrigin): string {
  const Recommend = `https://api.alibabacloud.com/troubleshoot?q=${encodeURIComponent(code)}`
  return writeJsonText({ RequestId: requestId, HostId: host, Code: code, Message: message, Recommend })
}

/** An error of the gateway as an answer. */
export function errorAnswer(
  error: Pick<ServiceError, 'status' | 'code'> & { readonly locatedMessage: string },
  origin: RequestOrigin,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = errorBody(error.code, error.locatedMessage, origin)
  return { status: error.status, contentType: jsonContentType, headers, body }
}

type AnsweredError = Parameters<typeof errorAnswer>[0]

/** The error that a fault answers, if it answers one. */
export function faultError(fault: Fault): AnsweredError | undefined {
  if ('code' in fault) {
    const { status, code, message: locatedMessage = code } = fault
    return { status, code, locatedMessage }
  }
  if ('duplicate' in fault) return usedNonce()
  return 'clockSkew' in fault && Math.abs(fault.clockSkew) > clockTolerance ? expiredTimestamp() : undefined
}

/** What a fault puts in the place of the answer; undefined when it leaves the answer as it is. */
export function faultOutcome(fault: Fault, origin: RequestOrigin): Outcome | undefined {
  if ('reset' in fault) return 'reset'
  const error = faultError(fault)
  if (error !== undefined) return errorAnswer(error, origin, 'headers' in fault ? fault.headers : undefined)
  if ('body' in fault) {
    const { status = 200, contentType = jsonContentType, headers = {}, body } = fault
    return { status, contentType, headers, body }
  }
  return undefined
}
