import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Outcome } from './answers.ts'
import { type Gateway, largestBody, type RequestToAnswer } from './gateway.ts'

async function receive(request: IncomingMessage): Promise<RequestToAnswer> {
  const target = request.url ?? '/'
  const mark = target.indexOf('?')
  const headers = new Map<string, readonly string[]>()
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values !== undefined) headers.set(name, values)
  }
  return {
    method: request.method ?? '',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers,
    body: await readBody(request, largestBody),
  }
}

/** Answers are never compressed: the official client does not undo it. */
function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const body = Buffer.from(outcome.body, 'utf8')
  response.writeHead(outcome.status, {
    'content-type': outcome.contentType,
    'content-length': body.length,
    ...outcome.headers,
  })
  response.end(body)
}

/** Reads a request and answers it. When the caller goes away in the meantime, the connection is given up. */
export async function exchange(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    send(response, await gateway.answer(await receive(request)))
  } catch (error) {
    // There is nobody left to tell: the caller hung up, or sent more than a body may ever be.
    response.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

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
