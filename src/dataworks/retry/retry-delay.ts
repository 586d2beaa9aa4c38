import type { RetryPolicy } from './retry-policy.ts'

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
