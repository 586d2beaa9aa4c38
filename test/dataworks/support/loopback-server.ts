import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string
  /** Path and query as sent. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What a test's server answers. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Text as it is, anything else as JSON. */
  readonly body?: object | string
  /** Writes the response by hand. */
  readonly raw?: (response: ServerResponse) => void
}

export type ReplyMaker = (request: ReceivedRequest) => Reply

export interface LoopbackServer {
  readonly url: string
  readonly requests: readonly ReceivedRequest[]
}

function write(response: ServerResponse, { status = 200, headers = {}, body = {}, raw }: Reply): void {
  if (raw !== undefined) {
    raw(response)
    return
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

/** A server on this machine that answers the n-th request with the n-th reply, and the last reply from then on. */
export async function startLoopbackServer(...replies: readonly (Reply | ReplyMaker)[]): Promise<LoopbackServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const received = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') }
      requests.push(received)
      const reply = replies[Math.min(requests.length, replies.length) - 1] ?? {}
      write(response, typeof reply === 'function' ? reply(received) : reply)
    })
  })
  const url = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url, requests }
}

/** An address of this machine where nothing listens any more. */
export async function closedAddress(): Promise<string> {
  const server = createServer()
  const url = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return url
}
