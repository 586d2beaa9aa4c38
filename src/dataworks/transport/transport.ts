/** One call of an operation, before it is signed. */
export interface TransportRequest {
  /** The operation's name, such as `GetJobStatus`. */
  readonly action: string
  /** The version of the API that the operation is of, such as `2024-05-18`. */
  readonly version: string
  readonly method: 'GET' | 'POST'
  readonly query: Readonly<Record<string, string>>
  /** Parameters that travel as a form in the body. */
  readonly form: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

/** What came back, whatever its status. */
export interface TransportResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text, so that integers beyond 2^53 are still whole. */
  readonly body: string
  /** Takes the secrets that were used for this request out of text that goes into an error. */
  readonly redact?: (text: string) => string
}

/**
 * Carries one call to the service and its answer back. It signs, sends once and does not judge: an answer of any status
 * is a response, and only the lack of one is thrown, as a {@link TransportError}.
 */
export interface Transport {
  /** The host it sends to, with the port, where it says so. Calls to one host in one name are counted together. */
  readonly host?: string | undefined
  /** Sends a call once; rejects with a {@link TransportError} when no answer comes. */
  send(request: TransportRequest): Promise<TransportResponse>
}
