import type { RequestRecord } from '../request-record.ts'

/** More requests than this are not kept: the oldest go. */
const longestLog = 10_000
/** Nor more text of parameters than this, in characters: documents are megabytes long. */
const largestLog = 128 * 1024 * 1024

function sizeOf({ parameters }: RequestRecord): number {
  return Object.values(parameters).reduce((size, value) => size + value.length, 0)
}

/** The requests that were answered, oldest first. */
export class RequestLog {
  #records: RequestRecord[] = []
  #size = 0

  add(record: RequestRecord): void {
    this.#records.push(record)
    this.#size += sizeOf(record)
    // Half is dropped at once, so that dropping costs little a request.
    if (this.#records.length > longestLog || this.#size > largestLog) this.#dropHalf()
  }

  get records(): readonly RequestRecord[] {
    return [...this.#records]
  }

  #dropHalf(): void {
    this.#records = this.#records.slice(Math.ceil(this.#records.length / 2))
    this.#size = this.#records.reduce((size, record) => size + sizeOf(record), 0)
  }
}
