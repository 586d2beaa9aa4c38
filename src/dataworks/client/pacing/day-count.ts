/** Time zone of the day by which calls are counted: that of the service's home, which is inferred. */
const offset = 8 * 60 * 60 * 1000

function dayOf(now: number): string {
  return new Date(now + offset).toISOString().slice(0, 10)
}

/** Counts the calls of a day, a new one from midnight in UTC+8 on. */
export class DayCount {
  #day = ''
  #calls = 0

  /** Counts one more, unless there are as many already. */
  add(limit: number, now: number = Date.now()): boolean {
    const { calls, day } = this.read(now)
    if (calls >= limit) return false
    this.#day = day
    this.#calls = calls + 1
    return true
  }

  /** The day, and how many calls were counted on it. */
  read(now: number = Date.now()): { readonly day: string; readonly calls: number } {
    const day = dayOf(now)
    return { day, calls: day === this.#day ? this.#calls : 0 }
  }
}
