import { anything, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { timeLimit } from '../transport/timing.ts'
import { requireSettings } from './given-arguments.ts'

/** When and how often a call is repeated. */
export interface RetryOptions {
  /** How many times a call is sent at most, the first included; 4 when left out, and 1 never repeats. */
  readonly attempts?: number | undefined
  /** The wait before the first repetition, in milliseconds; it doubles each time. 500 when left out. */
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
  readonly baseDelay: number
  readonly maxDelay: number
}

const retryKinds: SettingKindsOf<RetryOptions> = { attempts: anything, baseDelay: anything, maxDelay: anything }

const mostAttempts = 20

/**
 * Fills in what the options leave out.
 *
 * @throws RangeError when a number is out of its range
 */
export function retryPolicy(options: RetryOptions = {}): RetryPolicy {
  requireSettings('createClient', 'retry', options, retryKinds)
  const attempts = options.attempts ?? 4
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > mostAttempts) {
    throw new RangeError(`retry.attempts must be a whole number from 1 to ${mostAttempts}, not ${showValue(attempts)}`)
  }
  return {
    attempts,
    baseDelay: timeLimit('retry.baseDelay', options.baseDelay, 500),
    maxDelay: timeLimit('retry.maxDelay', options.maxDelay, 20_000),
  }
}

/**
 * How long to wait before the next attempt, in milliseconds: twice as long each time up to the policy's longest wait, of
 * which a random half is left out so that many clients do not come back together, and never less than the service asks.
 *
 * @param attempt - how many attempts there were, from 1
 * @param retryAfter - the wait the service asks for
 * @param random - a number from 0 to 1
 */
export function retryDelay(
  attempt: number,
  policy: RetryPolicy,
  retryAfter: number | undefined,
  random: number,
): number {
  const backoff = Math.min(policy.baseDelay * 2 ** (attempt - 1), policy.maxDelay)
  const jittered = Math.round(backoff / 2 + (backoff / 2) * random)
  return Math.max(jittered, retryAfter ?? 0)
}
