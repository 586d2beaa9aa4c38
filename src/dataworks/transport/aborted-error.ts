import { TransportError } from './transport-error.ts'

/** The error of a call that its caller stopped; the signal's reason is its cause. */
export function abortedError(signal: AbortSignal, delivered: boolean): TransportError {
  return new TransportError('the call was aborted', {
    reason: 'aborted',
    code: 'Aborted',
    delivered,
    transient: false,
    cause: signal.reason,
  })
}
