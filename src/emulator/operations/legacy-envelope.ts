import { ServiceError } from '../errors/service-error.ts'
import type { JsonObject } from '../json/json-object.ts'
import type { Operation } from './call.ts'

/** Refusals of parameters come from the gateway, in front of the operation. */
function isFromGateway({ code }: ServiceError): boolean {
  return code.startsWith('Missing') || code.startsWith('Invalid')
}

/**
 * The envelope of an operation of the legacy Data Studio. It says in the body whether the call succeeded; the HTTP
 * status is 200 either way, so a caller has to look at `Success`.
 */
export function legacyEnvelope(operation: Operation): Operation {
  return (call): JsonObject => {
    try {
      return { HttpStatusCode: 200, Success: true, ...operation(call) }
    } catch (error) {
      if (!(error instanceof ServiceError) || isFromGateway(error)) throw error
      return { HttpStatusCode: error.status, Success: false, ErrorCode: error.code, ErrorMessage: error.message }
    }
  }
}
