import { DataWorksError } from '../errors/data-works-error.ts'
import { restateError } from '../errors/restate-error.ts'
import { unansweredError } from '../errors/unanswered-error.ts'
import { retryDelay } from '../retry/retry-delay.ts'
import type { RetryPolicy } from '../retry/retry-policy.ts'
import { sleep } from '../retry/sleep.ts'
import { abortedError } from '../transport/aborted-error.ts'
import type { TransportResponse } from '../transport/transport.ts'
import type { Connection } from './connection.ts'
import type { PreparedCall } from './prepared-call.ts'
import { readResponse } from './read-response.ts'

async function attempt<Result>(
  connection: Connection,
  call: PreparedCall<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const { action, version, method, parameters, effect } = call
  if (signal.aborted) throw unansweredError(action, effect, abortedError(signal, false))
  let response: TransportResponse
  try {
    response = await connection.transport.send({ action, version, method, ...parameters, signal })
  } catch (error) {
    throw unansweredError(action, effect, error)
  }
  return readResponse(call, response)
}

/** How long to wait before the call is repeated; undefined when it is not. */
function nextDelay(error: DataWorksError, count: number, policy: RetryPolicy): number | undefined {
  if (!error.retryable || count >= policy.attempts) return undefined
  // The calls of a day do not come back in seconds.
  if (error.kind === 'quota-exceeded') return undefined
  if ((error.retryAfter ?? 0) > policy.maxDelay) return undefined
  return retryDelay(count, policy, error.retryAfter, Math.random())
}

/** The error a call ends with. However its last attempt failed, an earlier one may have had its effect. */
function lastError(error: DataWorksError, mayHaveHappened: boolean): DataWorksError {
  return mayHaveHappened && !error.ambiguous ? restateError(error, { ambiguous: true }) : error
}

/**
 * Sends a call until it succeeds, fails for good, or was tried often enough. What may be repeated is decided by the
 * error: refusals before anything was done always, other failures only where a repetition changes nothing.
 */
export async function runCall<Result>(
  connection: Connection,
  call: PreparedCall<Result>,
  signal: AbortSignal = new AbortController().signal,
): Promise<Result> {
  let mayHaveHappened = false
  for (let count = 1; ; count++) {
    try {
      return await attempt(connection, call, signal)
    } catch (error) {
      if (!(error instanceof DataWorksError)) throw error
      mayHaveHappened ||= error.ambiguous
      const delay = nextDelay(error, count, connection.retry)
      if (delay === undefined) throw lastError(error, mayHaveHappened)
      if (await sleep(delay, signal)) continue
      throw unansweredError(call.action, call.effect, abortedError(signal, mayHaveHappened))
    }
  }
}
