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
