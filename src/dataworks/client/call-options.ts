/** What every call takes besides its parameters. */
export interface CallOptions {
  /** Stops the call: a request under way, or the wait before a repetition. */
  readonly signal?: AbortSignal | undefined
}
