/** Counts what a command sends to the service, repetitions after failures among it: a quota counts them, too. */
export class CountedRequests {
  #sent = 0

  /** How many requests were sent so far. */
  get sent(): number {
    return this.#sent
  }

  /** Sends as the global `fetch` does. */
  readonly fetch: typeof globalThis.fetch = async (...given) => {
    this.#sent++
    return await globalThis.fetch(...given)
  }
}
