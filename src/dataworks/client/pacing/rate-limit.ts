import { type SettingKindsOf, text } from '../../../diagnostics/arguments.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import { requireSettings } from '../given-arguments.ts'

/** How many calls may be sent to a region in the name of an account, counted over all clients of this process. */
export interface RateLimitOptions {
  /**
   * Calls in any second; 5 when left out. It is what the quotas of the OpenAPI of DataWorks give an account with Basic
   * Edition, its RAM users included, in each region; Enterprise Edition has 50 for reads and 20 for writes.
   */
  readonly perSecond?: number | undefined
  /**
   * Calls in a day; not limited when left out. Basic Edition has 100. What is beyond it is refused before it is sent, as
   * `quota-exceeded`.
   */
  readonly perDay?: number | undefined
  /**
   * Any name for the account, for which clients with different access keys of it are counted together; an access key is
   * counted for itself when left out.
   */
  readonly account?: string | undefined
}

/** A limit with nothing left out. */
export interface RateLimit {
  readonly perSecond: number
  readonly perDay: number
  readonly account: string | undefined
}

const basicQuota = 5

/** What a server on this machine gets, where no quota is: all at once, and counted all the same. */
const unlimited: RateLimit = {
  perSecond: Number.POSITIVE_INFINITY,
  perDay: Number.POSITIVE_INFINITY,
  account: undefined,
}

const most = 1000

function wholeNumber(name: string, value: number, largest: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= largest) return value
  throw new RangeError(`rateLimit.${name} must be a whole number from 1 to ${largest}, not ${showValue(value)}`)
}

const count = { takes: 'a whole number', holds: (value: unknown) => typeof value === 'number' }
const rateLimitKinds: SettingKindsOf<RateLimitOptions> = { perSecond: count, perDay: count, account: text }

/**
 * Fills in what the options leave out.
 *
 * @param isLocal - whether the calls go to a server on this machine
 * @throws RangeError when a number is out of its range
 */
export function rateLimitOf(given: RateLimitOptions | false | undefined, isLocal: boolean): RateLimit {
  if (given === false || (given === undefined && isLocal)) return unlimited
  const options = given ?? {}
  requireSettings('createClient', 'rateLimit', options, rateLimitKinds)
  const { perSecond = basicQuota, perDay, account } = options
  return {
    perSecond: wholeNumber('perSecond', perSecond, most),
    perDay: perDay === undefined ? Number.POSITIVE_INFINITY : wholeNumber('perDay', perDay, 1_000_000_000),
    account,
  }
}
