import type { DataWorksError } from '../../errors/data-works-error.ts'
import { raceSignal } from '../../transport/timing.ts'

/** What a call brings back through the gate. */
export interface Pass {
  /** Throws what the key was refused with since the call got its pass. */
  check(): void
  /** The key was not refused. */
  accepted(): void
  /** The service, or who gives out the key, refused it: whoever waits gets the same error. */
  refused(error: DataWorksError): void
  /** Nothing was found out: the call was stopped. */
  stopped(): void
}

type Outcome = DataWorksError | 'accepted' | 'stopped'

/** One call goes ahead, others wait for how it fares. */
interface Scouting {
  readonly outcome: Promise<Outcome>
  readonly settle: (outcome: Outcome) => void
}

function startScouting(): Scouting {
  let settle = (_: Outcome): void => {}
  const outcome = new Promise<Outcome>((resolve) => {
    settle = resolve
  })
  return { outcome, settle }
}

/** How long others wait for the first call, in milliseconds; one that takes longer says nothing of the key. */
const patience = 2000

/**
 * Keeps a client from storming the service with a key that it refuses: until one call has shown that the key is known,
 * one goes ahead and the others wait; when it is refused they all end with that. The next call after it tries again.
 */
export class CredentialGate {
  #isKnown = false
  #scouting: Scouting | undefined
  #refusal: DataWorksError | undefined
  #refusals = 0

  /**
   * Lets a call through, or tells it why not.
   *
   * @throws DataWorksError of the call that went ahead and was refused; the signal's reason when it fires before
   */
  async enter(signal: AbortSignal): Promise<Pass> {
    while (!this.#isKnown) {
      if (this.#scouting === undefined) return this.#scout()
      const outcome = await raceSignal(this.#scouting.outcome, signal)
      if (typeof outcome === 'object') throw outcome
    }
    return this.#pass(() => {})
  }

  #scout(): Pass {
    const scouting = startScouting()
    this.#scouting = scouting
    const timer = setTimeout(() => this.#end(scouting, 'accepted'), patience)
    timer.unref()
    return this.#pass((outcome) => {
      clearTimeout(timer)
      this.#end(scouting, outcome)
    })
  }

  #pass(end: (outcome: 'accepted' | 'stopped') => void): Pass {
    const refusals = this.#refusals
    return {
      check: () => {
        if (this.#refusal !== undefined && this.#refusals > refusals) throw this.#refusal
      },
      accepted: () => end('accepted'),
      stopped: () => end('stopped'),
      refused: (error) => this.#refuse(error),
    }
  }

  #end(scouting: Scouting, outcome: 'accepted' | 'stopped'): void {
    if (this.#scouting !== scouting) return
    this.#isKnown = outcome === 'accepted'
    this.#scouting = undefined
    scouting.settle(outcome)
  }

  #refuse(error: DataWorksError): void {
    this.#isKnown = false
    this.#refusals += 1
    this.#refusal = error
    this.#scouting?.settle(error)
    this.#scouting = undefined
  }
}
