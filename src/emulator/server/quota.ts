import { millisecondsPerDay } from '../../schedule/time-units.ts'
import { ServiceError } from '../wire/service-error.ts'

/** How many calls an account may make. */
export interface EmulatorQuota {
  /** In any second. */
  readonly perSecond?: number
  /** In a day, by the clock of the emulator in UTC. */
  readonly perDay?: number
  /**
   * How a refusal looks: as the gateway has it, status 429 and `Throttling.User` (the default), or as DataWorks itself was seen
   * to, status 400 and `9990020002`.
   */
  readonly dialect?: 'dataworks' | 'gateway'
}

const second = 1000

function refusal(message: string, dialect: EmulatorQuota['dialect'], isOfDay: boolean): ServiceError {
  if (isOfDay) return new ServiceError({ status: 429, code: 'Throttling.Api.Risk', message, inferred: ['message'] })
  return dialect === 'dataworks'
    ? new ServiceError({ status: 400, code: '9990020002', message: 'Throttling.User', inferred: ['status'] })
    : new ServiceError({ status: 429, code: 'Throttling.User', message, inferred: ['message'] })
}

/** Refuses calls beyond the quota, and counts for what it limits. A call that is refused does not count. */
export class QuotaGate {
  readonly #quota: EmulatorQuota
  #recent: number[] = []
  #today = 0
  #count = 0

  constructor(quota: EmulatorQuota) {
    this.#quota = quota
  }

  /** @throws ServiceError when the call is one too many */
  pass(now: number): void {
    const { perSecond, perDay } = this.#quota
    if (perSecond !== undefined) this.#passSecond(now, perSecond)
    if (perDay !== undefined) this.#passDay(now, perDay)
    // A call that the day refuses does not count in its second either.
    if (perSecond !== undefined) this.#recent.push(now)
    this.#count += 1
  }

  #passSecond(now: number, most: number): void {
    this.#recent = this.#recent.filter((time) => now - time < second && time <= now)
    if (this.#recent.length < most) return
    throw refusal(`Request was denied due to user flow control: ${most} calls a second.`, this.#quota.dialect, false)
  }

  #passDay(now: number, most: number): void {
    const today = Math.floor(now / millisecondsPerDay)
    if (today !== this.#today) [this.#today, this.#count] = [today, 0]
    if (this.#count >= most) throw refusal(`The calls of the day are used up: ${most}.`, this.#quota.dialect, true)
  }
}
