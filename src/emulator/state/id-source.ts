const mask = 2n ** 64n - 1n
const step = 0x9e3779b97f4a7c15n

/** Spreads a counter over 64 bits (the finisher of SplitMix64), so that ids look as arbitrary as the service's. */
function scatter(counter: bigint): bigint {
  let bits = (counter * step) & mask
  bits = ((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n) & mask
  bits = ((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn) & mask
  return bits ^ (bits >> 31n)
}

/** Gives out ids of 19 digits: the same ones in every run, and never one that is taken. */
export class IdSource {
  readonly #taken = new Set<string>()
  #counter = 0n

  /** Marks an id that a document brought along, and gives it back. */
  claim(id: string): string {
    this.#taken.add(id)
    return id
  }

  next(): string {
    for (;;) {
      this.#counter += 1n
      // The upper half of the positive 64-bit integers: 4611686018427387904 to 9223372036854775807.
      const id = String((scatter(this.#counter) >> 2n) + 2n ** 62n)
      if (this.#taken.has(id)) continue
      this.#taken.add(id)
      return id
    }
  }
}
