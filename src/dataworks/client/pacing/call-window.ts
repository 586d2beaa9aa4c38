/** A call that was let go; whoever sends it says when its answer came. */
export interface Slot {
  /** The answer came, or none will: the service had the request by now. */
  done(): void
  /** It was not sent after all. */
  unused(): void
}

interface Taken {
  /** From when on the call is out of every second that a later one can be in. */
  freeAt: number
}

interface Waiting {
  readonly perSecond: number
  readonly go: (slot: Slot) => void
}

const second = 1000

const free: Slot = { done: () => {}, unused: () => {} }

/**
 * How long a request may be under way until the service counts it, in milliseconds. What is counted is when requests
 * arrive, and that is known only to lie between sending and the answer.
 */
const longestWay = 2000

/**
 * Lets calls go so that no more than a number of them arrive in any second, first come, first served. It is the second
 * of the service: a slot is free one second after the answer came, or after its request must have arrived.
 */
export class CallWindow {
  readonly #taken = new Set<Taken>()
  readonly #waiting = new Set<Waiting>()
  readonly #now: () => number
  #pausedUntil = 0
  #timer: NodeJS.Timeout | undefined

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /**
   * Waits for a slot, as long as it takes.
   *
   * @throws the signal's reason when it fires before
   */
  async take(perSecond: number, signal: AbortSignal): Promise<Slot> {
    signal.throwIfAborted()
    return await new Promise<Slot>((resolve, reject) => {
      const stop = (): void => {
        this.#waiting.delete(waiting)
        this.#letGo()
        reject(signal.reason)
      }
      const waiting: Waiting = {
        perSecond,
        go: (slot) => {
          signal.removeEventListener('abort', stop)
          resolve(slot)
        },
      }
      this.#waiting.add(waiting)
      signal.addEventListener('abort', stop, { once: true })
      this.#letGo()
    })
  }

  /** Lets nothing go for a while: the service asked for it. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#now() + milliseconds)
  }

  #letGo(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const waiting of this.#waiting) {
      const now = this.#now()
      const wait = this.#waitFor(waiting.perSecond, now)
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#letGo(), Math.ceil(wait))
        return
      }
      this.#waiting.delete(waiting)
      waiting.go(waiting.perSecond === Number.POSITIVE_INFINITY ? free : this.#occupy(now))
    }
  }

  #occupy(now: number): Slot {
    const taken: Taken = { freeAt: now + longestWay + second }
    this.#taken.add(taken)
    return {
      done: () => {
        taken.freeAt = Math.min(taken.freeAt, this.#now() + second)
        this.#letGo()
      },
      unused: () => {
        this.#taken.delete(taken)
        this.#letGo()
      },
    }
  }

  #waitFor(perSecond: number, now: number): number {
    const pause = this.#pausedUntil - now
    this.#forget(now)
    if (this.#taken.size < perSecond) return pause
    const soonest = [...this.#taken].map(({ freeAt }) => freeAt).sort((left, right) => left - right)
    return Math.max(pause, (soonest[this.#taken.size - perSecond] ?? now) - now)
  }

  #forget(now: number): void {
    for (const taken of this.#taken) if (taken.freeAt <= now) this.#taken.delete(taken)
  }
}
