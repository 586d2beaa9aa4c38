import { createServer, type ServerResponse } from 'node:http'
import { createClient, isDataWorksError } from 'flowspec/dataworks'

/** Runs in a process with little memory, which the answers must not take: see `long-answers.test.ts`. */

const megabyte = 1024 * 1024
const chunk = Buffer.alloc(megabyte, 'x')

/** Writes so many megabytes, as fast as they are read. */
function pour(response: ServerResponse, left: number): void {
  if (response.destroyed) return
  if (left === 0) response.end()
  else if (response.write(chunk)) setImmediate(pour, response, left - 1)
  else response.once('drain', () => pour(response, left - 1))
}

function drip(response: ServerResponse): void {
  response.write('{"JobStatus": {"JobId": "1", "x": "')
  const timer = setInterval(() => response.write('x'), 5)
  response.on('close', () => clearInterval(timer))
}

const html = { 'content-type': 'text/html' }
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'HTML of 200': (response) => response.writeHead(200, html).end('<html><body>Sign in</body></html>'),
  'HTML of 502': (response) => response.writeHead(502, html).end('<html><body>Bad gateway</body></html>'),
  nothing: (response) => response.writeHead(200).end(),
  'nothing of 500': (response) => response.writeHead(500).end(),
  'half of JSON': (response) => response.end('{"JobStatus": {"JobId"'),
  'half of what it says': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"JobStatus":')
    setTimeout(() => response.destroy(), 5)
  },
  '100 MB': (response) => pour(response.writeHead(200), 100),
  '100 MB of 500': (response) => pour(response.writeHead(500), 100),
  '100 MB by its own word': (response) => pour(response.writeHead(200, { 'content-length': 100 * megabyte }), 100),
  'without end': (response) => pour(response.writeHead(200), Number.POSITIVE_INFINITY),
  'drop by drop': drip,
}

async function outcomeOf(answer: (response: ServerResponse) => void, deadline: number): Promise<object> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => answer(response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const credentials = { accessKeyId: 'key', accessKeySecret: 'secret' }
  const endpoint = `http://127.0.0.1:${port}`
  const client = createClient({ endpoint, credentials, deadline, retry: { attempts: 1 } })
  const start = performance.now()
  const error: unknown = await client.getJobStatus({ jobId: '1' }).catch((thrown: unknown) => thrown)
  const took = Math.round(performance.now() - start)
  server.closeAllConnections()
  server.close()
  return isDataWorksError(error) ? { took, kind: error.kind, message: error.message } : { took }
}

const outcomes: Record<string, object> = {}
for (const [name, answer] of Object.entries(answers)) {
  // Only what never ends is to meet it, however busy the machine is.
  outcomes[name] = await outcomeOf(answer, answer === drip ? 1500 : 60_000)
}
// The server's part included, in megabytes.
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ memory, outcomes }))
process.exit()
