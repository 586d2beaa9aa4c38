import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
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

async function answer(file: string, url: string | undefined, response: ServerResponse): Promise<void> {
  const isPage = url === '/page'
  const found = isPage || url === '/'
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(found ? 200 : 404, isPage ? headers : { ...headers, 'content-security-policy': policy })
  response.end(isPage ? await pageIn(file) : found ? frame : '')
}

/**
 * Shows the page of a file on this machine.
 *
 * @throws CommandError when the port is taken
 */
export async function servePage(file: string, port: number): Promise<ServedPage> {
  const watching = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    if (request.url !== '/changes') {
      void answer(file, request.url, response)
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('\n')
    watching.add(response)
    response.on('close', () => watching.delete(response))
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
