import { abortedError, type TransportError, timeoutError } from '../errors/transport-error.ts'

/** What ends an attempt before its answer: its time, or who asked for it. */
export interface AttemptLimit {
  /** Fires when the attempt has to end. */
  readonly signal: AbortSignal
  /** Why the attempt was stopped, if it was. */
  stopped(sent: boolean): TransportError | undefined
  /** Lets the timer go. */
  end(): void
}

/** Starts the time of an attempt. */
export function attemptLimit(timeout: number, asked: AbortSignal | undefined): AttemptLimit {
  const limit = new AbortController()
  // A timer that keeps the process alive: it must not end in silence while a call waits.
  const timer = setTimeout(() => limit.abort(), timeout)
  return {
    signal: asked === undefined ? limit.signal : AbortSignal.any([asked, limit.signal]),
    stopped(sent) {
      if (asked?.aborted === true) return abortedError(asked, sent)
      return limit.signal.aborted ? timeoutError(timeout, sent) : undefined
    },
    end: () => clearTimeout(timer),
  }
}
