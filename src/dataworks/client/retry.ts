import { anything, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { timeLimit } from '../transport/timing.ts'
import { requireSettings } from './given-arguments.ts'

/** When and how often a call is repeated. */
export interface RetryOptions {
  /**
   * How many times a call is sent at most, the first included, and 1 never repeats. When left out 4, and 10 as long as it
   * is throttled: then nothing was executed, and calls go through sooner or later.
   */
  readonly attempts?: number | undefined
  /**
   * The longest wait before the first repetition, in milliseconds; it doubles each time, and each wait is a random part of
   * it. 500 when left out.
   */
  readonly baseDelay?: number | undefined
  /**
   * The longest wait, in milliseconds; 20,000 when left out. When the service asks for a longer one the call fails at
   * once, and its error says how long that is.
   */
  readonly maxDelay?: number | undefined
}

/** The options with nothing left out. */
export interface RetryPolicy {
  readonly attempts: number
  /** As long as a call is throttled. */
  readonly throttledAttempts: number
  readonly baseDelay: number
  readonly maxDelay: number
}

const retryKinds: SettingKindsOf<RetryOptions> = { attempts: anything, baseDelay: anything, maxDelay: anything }

const mostAttempts = 20
const usualAttempts = 4
const usualThrottledAttempts = 10

/**
 * Fills in what the options leave out.
 *
 * @throws RangeError when a number is out of its range
 */
export function retryPolicy(options: RetryOptions = {}): RetryPolicy {
  requireSettings('createClient', 'retry', options, retryKinds)
  const attempts = options.attempts ?? usualAttempts
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > mostAttempts) {
    throw new RangeError(`retry.attempts must be a whole number from 1 to ${mostAttempts}, not ${showValue(attempts)}`)
  }
  return {
    attempts,
    throttledAttempts: options.attempts ?? usualThrottledAttempts,
    baseDelay: timeLimit('retry.baseDelay', options.baseDelay, 500),
    maxDelay: timeLimit('retry.maxDelay', options.maxDelay, 20_000),
  }
}

/**
 * How long to wait before the next attempt, in milliseconds: a random part of a time that doubles with each attempt up to
 * the policy's longest wait, so that many clients do not come back together; after the time that the service asks for.
 *
 * @param attempt - how many attempts there were, from 1
 * @param retryAfter - the wait the service asks for
 * @param random - a number from 0 to 1
 */
export function retryDelay(
  attempt: number,
  policy: Pick<RetryPolicy, 'baseDelay' | 'maxDelay'>,
  retryAfter: number | undefined,
  random: number,
): number {
  const backoff = Math.min(policy.baseDelay * 2 ** (attempt - 1), policy.maxDelay)
  if (retryAfter === undefined) return Math.round(backoff * random)
  return Math.round(retryAfter + Math.min(backoff, policy.baseDelay) * random)
}
