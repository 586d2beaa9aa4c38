import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { showError } from '../../diagnostics/show-value.ts'
import { CommandError } from '../command-error.ts'

/** A page that is shown on this machine. */
export interface ServedPage {
  readonly url: string
  /** Lets those who look at it load it again. */
  reload(): void
  stop(): Promise<void>
}

const script = `new EventSource('/changes').onmessage = () => { document.querySelector('iframe').contentWindow.location.reload() }`
const hash = createHash('sha256').update(script).digest('base64')

// The page allows no script but its own, so what reloads it stands around it.
const frame = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>flowspec preview</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<iframe src="/page" title="preview"></iframe>
<script>${script}</script></html>
`
const policy = `default-src 'none'; frame-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`

const waiting =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>…</title><p>There is no page yet.</p></html>\n'

async function pageIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return waiting
    throw error
  }
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

async function answerOf(file: string, url: string | undefined): Promise<Answer> {
  try {
    if (url === '/page') return { status: 200, body: await pageIn(file), headers: html }
  } catch (error) {
    return { status: 500, body: `The page cannot be read: ${showError(error)}\n`, headers: plain }
  }
  const found = url === '/'
  return {
    status: found ? 200 : 404,
    body: found ? frame : '',
    headers: { ...html, 'content-security-policy': policy },
  }
}

/**
 * Whether a request names this machine: a page of another site that had a name of its own point here would see what the page
 * shows.
 */
function isOfThisMachine({ headers, socket }: IncomingMessage): boolean {
  const port = socket.localPort === 80 ? '(?::80)?' : `:${socket.localPort}`
  return new RegExp(`^(?:localhost|127\\.0\\.0\\.1|\\[::1\\])${port}$`, 'i').test(headers.host ?? '')
}

/**
 * Shows the page of a file on this machine, to who asks for it by an address of this machine.
 *
 * @throws CommandError when the port is taken
 */
export async function servePage(file: string, port: number): Promise<ServedPage> {
  const watching = new Set<ServerResponse>()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOfThisMachine(request)) {
      response.writeHead(403, plain).end('Ask for 127.0.0.1.\n')
      return
    }
    if (request.url !== '/changes') {
      const { status, body, headers } = await answerOf(file, request.url)
      response.writeHead(status, headers).end(body)
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('\n')
    watching.add(response)
    response.on('close', () => watching.delete(response))
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Whoever asked sees that there is no answer; the others are served further on.
      response.destroy(error instanceof Error ? error : new Error(showError(error)))
    })
  })
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (cause) {
    throw new CommandError(`Port ${port} cannot be used.`, { next: 'Name another one with --port.', cause })
  }
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${actual}/`,
    reload: () => {
      for (const one of watching) one.write('data: changed\n\n')
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
