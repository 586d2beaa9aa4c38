import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../wire/read-body.ts'
import type { Outcome } from './answer.ts'
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
