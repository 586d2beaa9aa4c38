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
const day = 24 * 60 * 60 * second

function refusal(message: string, dialect: EmulatorQuota['dialect'], isOfDay: boolean): ServiceError {
  if (isOfDay) return new ServiceError({ status: 429, code: 'Throttling.Api.Risk', message, inferred: ['message'] })
  return dialect === 'dataworks'
    ? new ServiceError({ status: 400, code: '9990020002', message: 'Throttling.User', inferred: ['status'] })
    : new ServiceError({ status: 429, code: 'Throttling.User', message, inferred: ['message'] })
}

/** Counts calls, and refuses those beyond the quota. A call that is refused does not count. */
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
    const { perSecond = Number.POSITIVE_INFINITY, perDay = Number.POSITIVE_INFINITY, dialect } = this.#quota
    this.#recent = this.#recent.filter((time) => now - time < second && time <= now)
    if (this.#recent.length >= perSecond) {
      throw refusal(`Request was denied due to user flow control: ${perSecond} calls a second.`, dialect, false)
    }
    const today = Math.floor(now / day)
    if (today !== this.#today) [this.#today, this.#count] = [today, 0]
    if (this.#count >= perDay) throw refusal(`The calls of the day are used up: ${perDay}.`, dialect, true)
    this.#recent.push(now)
    this.#count += 1
  }
}
