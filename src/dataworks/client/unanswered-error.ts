import { DataWorksError, type DataWorksErrorKind } from '../errors/data-works-error.ts'
import { isTransportError, plainCause, TransportError, type TransportFailure } from '../errors/transport-error.ts'
import { type Effect, isRepeatable } from '../operations/operation.ts'

const kinds: Readonly<Record<TransportFailure, DataWorksErrorKind>> = {
  aborted: 'aborted',
  credentials: 'no-credentials',
  'invalid-answer': 'unreadable-answer',
  network: 'network',
  timeout: 'timeout',
}

const lookFirst = 'The request may have been executed all the same: look before repeating it.'
const harmless = 'The request may have been executed all the same; repeating it does no harm.'

const hints: Partial<Readonly<Record<TransportFailure, string>>> = {
  credentials:
    'Give `credentials`, of the client or of the environment in flowspec.config.ts, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.',
  network: 'Check region, endpoint and network.',
}

/** A transport of a user's own may throw anything; nothing is known of it but that the request may have left. */
function asTransportError(error: unknown): TransportError {
  if (isTransportError(error)) return error
  const message = 'the transport failed with an error of its own'
  return new TransportError(message, {
    reason: 'network',
    code: 'TransportFailed',
    delivered: true,
    cause: plainCause(error),
  })
}

function hintOf(error: TransportError, effect: Effect, ambiguous: boolean): string | undefined {
  if (error.hint !== undefined) return error.hint
  if (ambiguous) return isRepeatable(effect) ? harmless : lookFirst
  return hints[error.reason]
}

/** Makes the error of a call that got no answer. */
export function unansweredError(action: string, effect: Effect, thrown: unknown): DataWorksError {
  const error = asTransportError(thrown)
  const ambiguous = error.delivered && effect !== 'read'
  return new DataWorksError({
    action,
    kind: kinds[error.reason],
    code: error.code,
    message: error.message,
    retryable: error.transient && error.reason !== 'aborted' && (!error.delivered || isRepeatable(effect)),
    ambiguous,
    hint: hintOf(error, effect, ambiguous),
    cause: error.cause,
  })
}
