/** A request as it came off the wire, whole. */
export interface ReceivedRequest {
  readonly method: string
  /** What stands before the question mark. */
  readonly path: string
  /** What stands after the question mark, still encoded. */
  readonly query: string
  /** Every value of every header, names in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Uint8Array
}

/** The value of a header that is there exactly once. */
export function singleHeader(request: Pick<ReceivedRequest, 'headers'>, name: string): string | undefined {
  const values = request.headers.get(name)
  return values?.length === 1 ? values[0] : undefined
}
