/** Numbers things of one name in their order, so that each can be told from the others. */
export class Occurrences {
  readonly #counts = new Map<string, number>()

  /** How many of this name were there before this one. */
  next(name: string): number {
    const count = this.#counts.get(name) ?? 0
    this.#counts.set(name, count + 1)
    return count
  }
}
