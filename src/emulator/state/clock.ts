/** The clock of an emulator: that of its settings, which can be put forward. */
export class Clock {
  readonly #base: () => number
  #ahead = 0
  #fixed: number | undefined

  constructor(base: () => number) {
    this.#base = base
  }

  now(): number {
    return this.#fixed ?? this.#base() + this.#ahead
  }

  /** Puts it forward. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds
  }

  /** Does work at a moment of the past; it goes on from there when that is later than what it would show. */
  at<Result>(time: number, work: () => Result): Result {
    this.#fixed = time
    try {
      return work()
    } finally {
      this.#fixed = undefined
      this.#ahead = Math.max(this.#ahead, time - this.#base())
    }
  }
}
