/** One request that reached the emulator. Signatures, security tokens and secrets are not in it. */
export interface RequestRecord {
  /** When it was answered, in milliseconds since 1970 by the emulator's clock. */
  readonly time: number
  readonly requestId: string
  /** HTTP method. */
  readonly method: string
  /** Operation name, empty when the request named none. */
  readonly action: string
  /** API version, empty when the request named none. */
  readonly version: string
  /** Query and form together, decoded; empty when they could not be read, or the request was not authentic. */
  readonly parameters: Readonly<Record<string, string>>
  /** HTTP status of the answer; undefined when the connection was reset. */
  readonly status: number | undefined
  /** Error code of the answer, of the gateway or of the envelope. */
  readonly code: string | undefined
  /** Whether a fault struck. */
  readonly isFaulty: boolean
}

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
  #answered = 0

  add(record: RequestRecord): void {
    this.#answered += 1
    this.#records.push(record)
    this.#size += sizeOf(record)
    // Half is dropped at once, so that dropping costs little a request.
    if (this.#records.length > longestLog || this.#size > largestLog) this.#dropHalf()
  }

  /** How many were answered in all, those that are no longer kept included. */
  get answered(): number {
    return this.#answered
  }

  get records(): readonly RequestRecord[] {
    return [...this.#records]
  }

  #dropHalf(): void {
    this.#records = this.#records.slice(Math.ceil(this.#records.length / 2))
    this.#size = this.#records.reduce((size, record) => size + sizeOf(record), 0)
  }
}
