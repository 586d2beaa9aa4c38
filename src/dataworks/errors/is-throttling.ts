import { lookupCode } from './lookup-code.ts'

/**
 * Throttling as the service's message spells it when the code is a bare number: `Throttling.User`. In the middle of a
 * message only the documented words count, for the name of something may stand there, and what is throttled is repeated.
 */
const throttlingMessage = /^(?:Rejected\.)?Throttling\b|\bThrottling\.(?:Api|System|User)\b/i

/**
 * Whether an answer refuses because of too many requests, before anything was done. The service spells this in several
 * ways: by status 429, by a code with `Throttling` in it at other statuses, and by a number with the word as message.
 */
export function isThrottling(refusal: {
  readonly status: number
  readonly code: string
  readonly message: string
}): boolean {
  if (refusal.status === 429 || /throttling/i.test(refusal.code)) return true
  return lookupCode(refusal.code)?.kind === 'throttled' || throttlingMessage.test(refusal.message)
}
