/** Remembers which nonces were used in the last while. */
export class NonceWindow {
  /** Nonce to the time it was used, oldest first. */
  readonly #used = new Map<string, number>()
  readonly #span: number

  /** @param span - how long a nonce is remembered, in milliseconds */
  constructor(span: number) {
    this.#span = span
  }

  /** Takes a nonce into use; false when it was used before. */
  use(nonce: string, now: number): boolean {
    for (const [old, at] of this.#used) {
      if (now - at <= this.#span) break
      this.#used.delete(old)
    }
    if (this.#used.has(nonce)) return false
    this.#used.set(nonce, now)
    return true
  }
}
