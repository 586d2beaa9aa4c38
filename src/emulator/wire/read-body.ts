/** A body beyond the limit is still read up to this many times the limit, so that the caller gets to see the refusal. */
const patience = 4

/**
 * Reads a body whole. Undefined when it is longer than the limit, in bytes.
 *
 * @throws Error when the caller goes away, or sends far more than the limit.
 */
export async function readBody(request: AsyncIterable<unknown>, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a request body is bytes')
    length += chunk.length
    if (length > limit * patience) throw new RangeError(`a request body is longer than ${limit * patience} bytes`)
    if (length <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return length > limit ? undefined : Buffer.concat(chunks)
}
