import { DataWorksError, restateError } from '../errors/data-works-error.ts'
import { resourceNotFound } from '../errors/error-catalogue.ts'
import { isTransportError } from '../errors/transport-error.ts'
import { encodeParameters } from '../operations/encoding/encode-parameters.ts'
import type { Effect, Operation } from '../operations/operation.ts'
import { sleep } from '../transport/timing.ts'
import type { Transport, TransportResponse } from '../transport/transport.ts'
import { type CallLimit, deadlineCode, type NamedCall, startLimit } from './call-limit.ts'
import type { Pace, Permit } from './pacing/pace.ts'
import type { PreparedCall } from './prepared-call.ts'
import { readResponse } from './response.ts'
import { type RetryPolicy, retryDelay } from './retry.ts'
import { unansweredError } from './unanswered-error.ts'

/** Checks the parameters of an operation and calls it. */
export async function runOperation<Params extends object, Result>(
  connection: Connection,
  operation: Operation<Params, Result>,
  params: Params,
  signal?: AbortSignal,
): Promise<Result> {
  const parameters = encodeParameters(operation, params)
  const effect = typeof operation.effect === 'function' ? operation.effect(params) : operation.effect
  const { action, version, method, read } = operation
  return await runCall(connection, { action, version, method, effect, parameters, read }, signal)
}

/** Waits until it is the turn of a call; the error of one that never came to be sent. */
async function admit({ pace }: Connection, call: NamedCall, { signal, stopped }: CallLimit): Promise<Permit> {
  if (signal.aborted) throw stopped(call, false)
  try {
    return await pace.admit(call.action, signal)
  } catch (error) {
    if (signal.aborted) throw stopped(call, false)
    // Another call met it, with the same key.
    throw error instanceof DataWorksError ? restateError(error, { action: call.action }) : error
  }
}

async function exchange<Result>(
  { transport }: Connection,
  call: PreparedCall<Result>,
  { signal, stopped }: CallLimit,
): Promise<Result> {
  const { action, version, method, parameters, effect } = call
  let response: TransportResponse
  try {
    response = await transport.send({ action, version, method, ...parameters, signal })
  } catch (error) {
    if (isTransportError(error) && error.reason === 'aborted') throw stopped(call, error.delivered)
    throw unansweredError(action, effect, error)
  }
  return readResponse(call, response)
}

async function attempt<Result>(connection: Connection, call: PreparedCall<Result>, limit: CallLimit): Promise<Result> {
  const permit = await admit(connection, call, limit)
  try {
    const result = await exchange(connection, call, limit)
    permit.ended()
    return result
  } catch (error) {
    permit.ended(error instanceof DataWorksError ? error : undefined)
    throw error
  }
}

/** How long to wait before the call is repeated; undefined when it is not. */
function nextDelay({ error, count, failed }: Failure, policy: RetryPolicy): number | undefined {
  if (!error.retryable || count >= policy.throttledAttempts || failed >= policy.attempts) return undefined
  // The calls of a day do not come back in seconds.
  if (error.kind === 'quota-exceeded') return undefined
  if ((error.retryAfter ?? 0) > policy.maxDelay) return undefined
  return retryDelay(count, policy, error.retryAfter, Math.random())
}

/** Whether a repeated call that takes something away was refused because its first copy had done so. */
function isGone(error: DataWorksError, effect: Effect, mayHaveHappened: boolean): boolean {
  return mayHaveHappened && effect === 'delete' && error.code === resourceNotFound
}

/** What kept a call from being done in time is what failed before, and not the attempt that was cut off. */
function withEarlier(error: DataWorksError, earlier: DataWorksError | undefined): DataWorksError {
  if (error.code !== deadlineCode || earlier === undefined) return error
  const message = `${error.reason}; the attempt before failed: ${earlier.reason} (code ${earlier.code})`
  return restateError(error, { message, cause: earlier })
}

/** The error a call ends with. However its last attempt failed, an earlier one may have had its effect. */
function lastError(error: DataWorksError, mayHaveHappened: boolean): DataWorksError {
  return mayHaveHappened ? restateError(error, { ambiguous: true }) : error
}

/** What failed, how often by now, and what it may have done. */
export interface Failure {
  readonly error: DataWorksError
  /** Attempts so far. */
  readonly count: number
  /** Those of them that failed in another way than by being throttled. */
  readonly failed: number
  readonly mayHaveHappened: boolean
}

/**
 * Waits as long as it takes before what failed is done again.
 *
 * @throws DataWorksError when it is not done again
 */
export async function waitToRepeat(
  { retry, pace }: Pick<Connection, 'retry' | 'pace'>,
  call: NamedCall,
  failure: Failure,
  { signal, left, stopped }: CallLimit,
): Promise<void> {
  const delay = nextDelay(failure, retry)
  const { error, mayHaveHappened } = failure
  // What would only be over its deadline later says more now.
  if (delay === undefined || delay >= left()) throw lastError(error, mayHaveHappened)
  if (error.kind === 'throttled' && error.retryAfter !== undefined) pace.pause(error.retryAfter)
  if (!(await sleep(delay, signal))) throw stopped(call, mayHaveHappened)
}

/**
 * Sends a call until it succeeds, fails for good, or was tried often enough. What may be repeated is decided by the
 * error: refusals before anything was done always, other failures only where a repetition changes nothing.
 */
export async function runCall<Result>(
  connection: Connection,
  call: PreparedCall<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const limit = startLimit(connection.deadline, signal)
  try {
    return await repeat(connection, call, limit)
  } finally {
    limit.end()
  }
}

async function repeat<Result>(connection: Connection, call: PreparedCall<Result>, limit: CallLimit): Promise<Result> {
  let [failed, mayHaveHappened] = [0, false]
  let earlier: DataWorksError | undefined
  for (let count = 1; ; count++) {
    try {
      return await attempt(connection, call, limit)
    } catch (thrown) {
      if (!(thrown instanceof DataWorksError)) throw thrown
      const error = withEarlier(thrown, earlier)
      earlier = error
      if (isGone(error, call.effect, mayHaveHappened)) return call.read({ Success: true, RequestId: error.requestId })
      mayHaveHappened ||= error.ambiguous
      if (error.kind !== 'throttled') failed += 1
      await waitToRepeat(connection, call, { error, count, failed, mayHaveHappened }, limit)
    }
  }
}

/** What calls of one client share. */
export interface Connection {
  readonly transport: Transport
  readonly retry: RetryPolicy
  readonly pace: Pace
  /** How long a call may take in all, in milliseconds. */
  readonly deadline?: number | undefined
}
