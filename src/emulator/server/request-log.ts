import type { RequestRecord } from '../request-record.ts'

/** More requests than this are not kept: the oldest go. */
const longestLog = 10_000

/** The requests that were answered, oldest first. */
export class RequestLog {
  #records: RequestRecord[] = []

  add(record: RequestRecord): void {
    this.#records.push(record)
    // Half is dropped at once, so that dropping costs little a request.
    if (this.#records.length > longestLog) this.#records = this.#records.slice(-longestLog / 2)
  }

  get records(): readonly RequestRecord[] {
    return [...this.#records]
  }
}
