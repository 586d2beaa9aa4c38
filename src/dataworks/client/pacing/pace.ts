import { DataWorksError, type DataWorksErrorKind } from '../../errors/data-works-error.ts'
import { CallWindow, type Slot } from './call-window.ts'
import { CredentialGate, type Pass } from './credential-gate.ts'
import { DayCount } from './day-count.ts'
import type { RateLimit } from './rate-limit.ts'

/** What calls in the name of one account to one host share, whichever client of this process sends them. */
interface SharedCount {
  readonly window: CallWindow
  readonly day: DayCount
}

const shared = new Map<string, SharedCount>()

function sharedCount(host: string, account: string): SharedCount {
  const key = JSON.stringify([host, account])
  const known = shared.get(key)
  if (known !== undefined) return known
  const made: SharedCount = { window: new CallWindow(), day: new DayCount() }
  shared.set(key, made)
  return made
}

/** How many calls were sent, and how many may be. */
export interface CallBudget {
  /** Calls that may be sent in any second; `Infinity` without a limit. */
  readonly perSecond: number
  /** Calls that may be sent in a day; `Infinity` without a limit. */
  readonly perDay: number
  /** The day that is counted, `yyyy-MM-dd`, from midnight to midnight in UTC+8. */
  readonly day: string
  /** Calls sent on that day, repetitions included, by all clients of this process with this account and host. */
  readonly calls: number
  /** Calls that are left of the day. */
  readonly left: number
}

/** What a key is refused with; whatever is called with it next would be too. */
const ofKey: ReadonlySet<DataWorksErrorKind> = new Set([
  'clock-skew',
  'credentials-rejected',
  'no-credentials',
  'signature-rejected',
])

function isOfKey({ kind, code }: DataWorksError): boolean {
  return ofKey.has(kind) && code !== 'SignatureNonceUsed'
}

/** What a call was let go with. */
export interface Permit {
  /** The call is over; with the error it ended with, when it did. */
  ended(error?: DataWorksError): void
}

/** How a client sends its calls: no more of them than it may, and none after its key was refused. */
export class Pace {
  readonly #limit: RateLimit
  readonly #host: string
  readonly #account: () => string
  readonly #gate = new CredentialGate()
  #count: SharedCount | undefined

  /**
   * @param host - where the calls go
   * @param account - a name for who calls; asked for at the first call, when the environment is sure to be there
   */
  constructor(limit: RateLimit, host: string, account: () => string) {
    this.#limit = limit
    this.#host = host
    this.#account = account
  }

  /**
   * Waits until a call may be sent.
   *
   * @throws DataWorksError when the key was refused meanwhile, or the calls of the day are used up; the signal's reason
   * when it fires before
   */
  async admit(action: string, signal: AbortSignal): Promise<Permit> {
    const pass = await this.#gate.enter(signal)
    try {
      const { window, day } = this.#shared()
      const slot = await window.take(this.#limit.perSecond, signal)
      try {
        pass.check()
        if (!day.add(this.#limit.perDay)) throw usedUp(action, this.#limit.perDay)
      } catch (error) {
        slot.unused()
        throw error
      }
      return permit(pass, slot)
    } catch (error) {
      pass.stopped()
      throw error
    }
  }

  /** What was sent, and what may still be. */
  budget(): CallBudget {
    const { perSecond, perDay } = this.#limit
    const { day, calls } = this.#shared().day.read()
    return { perSecond, perDay, day, calls, left: Math.max(0, perDay - calls) }
  }

  #shared(): SharedCount {
    this.#count ??= sharedCount(this.#host, this.#account())
    return this.#count
  }

  /** Holds back all calls for a while, as the service asked of one of them. */
  pause(milliseconds: number): void {
    this.#shared().window.pause(milliseconds)
  }
}

function permit(pass: Pass, slot: Slot): Permit {
  return {
    ended: (error) => {
      slot.done()
      if (error !== undefined && isOfKey(error)) pass.refused(error)
      else if (error?.kind === 'aborted') pass.stopped()
      else pass.accepted()
    },
  }
}

function usedUp(action: string, perDay: number): DataWorksError {
  return new DataWorksError({
    action,
    kind: 'quota-exceeded',
    code: 'DailyLimit',
    message: `the ${perDay} calls that rateLimit.perDay allows are used up for today`,
    hint: 'They come back at midnight in UTC+8. Nothing was sent.',
  })
}
