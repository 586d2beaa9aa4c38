import type { JsonObject } from '../../wire/json.ts'
import { ServiceError } from '../../wire/service-error.ts'
import { type Answerer, dataStudioVersion, type Operation } from '../call.ts'

/** The version that only the old Data Studio has. */
export const oldVersion = '2020-05-18'

/** An operation of the legacy Data Studio, which both versions have. */
export function legacy(answer: Answerer): Operation {
  return { versions: [oldVersion, dataStudioVersion], method: 'POST', answer: legacyEnvelope(answer) }
}

/** An operation of the legacy Data Studio that one version has, or has under this name. */
export function legacyIn(version: string, answer: Answerer): Operation {
  return { versions: [version], method: 'POST', answer: legacyEnvelope(answer) }
}

/** An operation whose answer has no envelope. */
export function bare(versions: readonly string[], answer: Answerer): Operation {
  return { versions, method: 'POST', answer }
}

/**
 * The envelope of an operation of the legacy Data Studio. It says in the body whether the call succeeded; the HTTP
 * status is 200 either way, so a caller has to look at `Success`.
 */
function legacyEnvelope(answer: Answerer): Answerer {
  return (call): JsonObject => {
    try {
      return { HttpStatusCode: 200, Success: true, ...answer(call) }
    } catch (error) {
      if (!(error instanceof ServiceError) || isFromGateway(error)) throw error
      return { HttpStatusCode: error.status, Success: false, ErrorCode: error.code, ErrorMessage: error.message }
    }
  }
}

/** Refusals of parameters come from the gateway, in front of the operation. */
function isFromGateway({ code }: ServiceError): boolean {
  return code.startsWith('Missing') || code.startsWith('Invalid')
}
