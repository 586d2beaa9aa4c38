import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { showError } from '../../diagnostics/show-value.ts'
import { contentPolicy } from '../console/page-text.ts'
import { emulatorPath } from '../recognition.ts'
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

/** Pieces of an answer that comes slowly. */
const pieces = 8

async function sendSlowly(response: ServerResponse, body: Uint8Array, wait: number): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / pieces))
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    await sleep(wait)
    response.write(body.subarray(at, at + size))
  }
  response.end()
}

/** Answers are only compressed by a fault: the official client does not undo it. */
async function send(response: ServerResponse, outcome: Outcome): Promise<void> {
  if (outcome === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const { status, contentType, headers, delivery } = outcome
  const plain = Buffer.from(outcome.body, 'utf8')
  const body = delivery === 'gzip' ? gzipSync(plain) : plain
  const encoding = delivery === 'gzip' ? { 'content-encoding': 'gzip' } : {}
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length, ...encoding, ...headers })
  if (delivery === 'cut') response.write(body.subarray(0, body.length >> 1), () => response.destroy())
  else if (typeof delivery === 'object') await sendSlowly(response, body, delivery.drip)
  else response.end(body)
}

/** What answers requests: of programs, and of browsers. */
export interface ExchangeParts {
  readonly gateway: Gateway
  /** Makes the page for people. */
  readonly console: () => Promise<string>
  /** The id of the key that requests are signed with, which is no secret. */
  readonly accessKeyId: string
}

function isAboutItself({ method, url }: IncomingMessage): boolean {
  return method === 'GET' && url === emulatorPath
}

function aboutItself(request: IncomingMessage, accessKeyId: string): Outcome {
  const isAnswered = isAskedByItsAddress(request)
  const body = JSON.stringify({ flowspec: 'emulator', ...(isAnswered ? { accessKeyId } : {}) })
  return {
    status: isAnswered ? 200 : 403,
    contentType: 'application/json',
    headers: { 'cache-control': 'no-store' },
    body,
  }
}

/** Whether somebody looks at the emulator: calls of the API name an operation. */
function isOfBrowser({ method, url, headers }: IncomingMessage): boolean {
  const isCall = headers['x-acs-action'] !== undefined || headers.authorization !== undefined
  return method === 'GET' && url === '/' && !isCall && headers.accept?.includes('text/html') === true
}

/** A page of another site that had a name of its own point here would see what the page shows. */
function isAskedByItsAddress({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '')
}

async function consoleAnswer(request: IncomingMessage, make: ExchangeParts['console']): Promise<Outcome> {
  const headers = {
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
  if (!isAskedByItsAddress(request)) {
    return { status: 403, contentType: 'text/plain;charset=utf-8', headers, body: 'Ask for 127.0.0.1.\n' }
  }
  try {
    return { status: 200, contentType: 'text/html;charset=utf-8', headers, body: await make() }
  } catch (error) {
    const body = `The page cannot be made: ${showError(error)}\n`
    return { status: 500, contentType: 'text/plain;charset=utf-8', headers, body }
  }
}

/** Reads a request and answers it. When the caller goes away in the meantime, the connection is given up. */
export async function exchange(
  { gateway, console, accessKeyId }: ExchangeParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (isAboutItself(request)) await send(response, aboutItself(request, accessKeyId))
    else if (isOfBrowser(request)) await send(response, await consoleAnswer(request, console))
    else await send(response, await gateway.answer(await receive(request)))
  } catch (error) {
    // There is nobody left to tell: the caller hung up, or sends more than anybody waits for.
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
