import { timeLimit } from '../transport/time-limit.ts'

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

const mostAttempts = 20

/**
 * Fills in what the options leave out.
 *
 * @throws RangeError when a number is out of its range
 */
export function retryPolicy(options: RetryOptions = {}): RetryPolicy {
  const attempts = options.attempts ?? 4
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > mostAttempts) {
    throw new RangeError(`retry.attempts must be a whole number from 1 to ${mostAttempts}, not ${attempts}`)
  }
  return {
    attempts,
    baseDelay: timeLimit('retry.baseDelay', options.baseDelay, 500),
    maxDelay: timeLimit('retry.maxDelay', options.maxDelay, 20_000),
  }
}
