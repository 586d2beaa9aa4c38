import { DataWorksError, restateError } from '../errors/data-works-error.ts'
import { resourceNotFound } from '../errors/error-catalogue.ts'
import { abortedError } from '../errors/transport-error.ts'
import { encodeParameters } from '../operations/encoding/encode-parameters.ts'
import type { Effect, Operation } from '../operations/operation.ts'
import { sleep } from '../transport/timing.ts'
import type { Transport, TransportResponse } from '../transport/transport.ts'
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

/** Whether a repeated call that takes something away was refused because its first copy had done so. */
function isGone(error: DataWorksError, effect: Effect, mayHaveHappened: boolean): boolean {
  return mayHaveHappened && effect === 'delete' && error.code === resourceNotFound
}

/** The error a call ends with. However its last attempt failed, an earlier one may have had its effect. */
function lastError(error: DataWorksError, mayHaveHappened: boolean): DataWorksError {
  return mayHaveHappened ? restateError(error, { ambiguous: true }) : error
}

/** What failed, how often by now, and what it may have done. */
export interface Failure {
  readonly error: DataWorksError
  readonly count: number
  readonly mayHaveHappened: boolean
}

/**
 * Waits as long as it takes before what failed is done again.
 *
 * @throws DataWorksError when it is not done again
 */
export async function waitToRepeat(
  { retry }: Pick<Connection, 'retry'>,
  { action, effect }: Pick<PreparedCall<unknown>, 'action' | 'effect'>,
  { error, count, mayHaveHappened }: Failure,
  signal: AbortSignal,
): Promise<void> {
  const delay = nextDelay(error, count, retry)
  if (delay === undefined) throw lastError(error, mayHaveHappened)
  if (await sleep(delay, signal)) return
  throw unansweredError(action, effect, abortedError(signal, mayHaveHappened))
}

/**
 * Sends a call until it succeeds, fails for good, or was tried often enough. What may be repeated is decided by the
 * error: refusals before anything was done always, other failures only where a repetition changes nothing.
 */
export async function runCall<Result>(
  connection: Connection,
  call: PreparedCall<Result>,
  signal: AbortSignal = neverAborted(),
): Promise<Result> {
  let mayHaveHappened = false
  for (let count = 1; ; count++) {
    try {
      return await attempt(connection, call, signal)
    } catch (error) {
      if (!(error instanceof DataWorksError)) throw error
      if (isGone(error, call.effect, mayHaveHappened)) return call.read({ Success: true, RequestId: error.requestId })
      mayHaveHappened ||= error.ambiguous
      await waitToRepeat(connection, call, { error, count, mayHaveHappened }, signal)
    }
  }
}

/** A signal for who gave none. */
export function neverAborted(): AbortSignal {
  return new AbortController().signal
}

/** What calls of one client share. */
export interface Connection {
  readonly transport: Transport
  readonly retry: RetryPolicy
}
