import type { DataWorksError } from '../errors/data-works-error.ts'
import { abortedError, TransportError } from '../errors/transport-error.ts'
import type { PreparedCall } from './prepared-call.ts'
import { unansweredError } from './unanswered-error.ts'

/** What of a call its errors name. */
export type NamedCall = Pick<PreparedCall<unknown>, 'action' | 'effect'>

/** What ends a call before its time: the time it may take in all, or who asked for it. */
export interface CallLimit {
  /** Fires when the call has to end. */
  readonly signal: AbortSignal
  /** How much time is left, in milliseconds. */
  left(): number
  /** The error of a call that was stopped. */
  stopped(call: NamedCall, delivered: boolean): DataWorksError
  /** Lets the timer go. */
  end(): void
}

/** The code of a call that was not done within its deadline. */
export const deadlineCode = 'DeadlineExceeded'

function lateError(deadline: number, delivered: boolean): TransportError {
  const message = `the call was not done within the ${deadline} ms of its deadline`
  return new TransportError(message, { reason: 'timeout', code: deadlineCode, delivered })
}

/** Starts the time of a call. */
export function startLimit(deadline: number | undefined, asked: AbortSignal = new AbortController().signal): CallLimit {
  const aborted: CallLimit['stopped'] = ({ action, effect }, delivered) =>
    unansweredError(action, effect, abortedError(asked, delivered))
  if (deadline === undefined) {
    return { signal: asked, left: () => Number.POSITIVE_INFINITY, stopped: aborted, end: () => {} }
  }
  const late = new AbortController()
  const over = performance.now() + deadline
  const timer = setTimeout(() => late.abort(), deadline)
  return {
    signal: AbortSignal.any([asked, late.signal]),
    left: () => over - performance.now(),
    stopped: (call, delivered) => {
      if (asked.aborted || !late.signal.aborted) return aborted(call, delivered)
      return unansweredError(call.action, call.effect, lateError(deadline, delivered))
    },
    end: () => clearTimeout(timer),
  }
}
