import { inspect } from 'node:util'
import {
  clientTransport,
  createClient,
  type DataWorksError,
  environmentCredentials,
  fetchTransport,
  type Transport,
} from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { temporaryKey } from './support/key.ts'
import { type ReceivedRequest, type Reply, type ReplyMaker, startLoopbackServer } from './support/loopback-server.ts'
import { officialClient } from './support/official-client.ts'

const secrets = [temporaryKey.accessKeySecret, temporaryKey.securityToken ?? '']

/** Every way in which a value gets into a log. */
function printed(value: unknown): string {
  const chain = value instanceof Error ? [value.stack, value.message, String(value)] : []
  return [...chain, JSON.stringify(value), inspect(value, { depth: 20, showHidden: true, getters: true })].join('\n')
}

function expectNoSecret(value: unknown): void {
  const text = printed(value)
  for (const secret of secrets) expect(text).not.toContain(secret)
}

/** A server that sends back all it was sent, as the gateway does with some signatures it refuses. */
const headerLines = (request: ReceivedRequest): string =>
  Object.entries(request.headers)
    .map(([name, value]) => `${name}:${value}\n`)
    .join('')
const echo: ReplyMaker = (request) => ({
  status: 400,
  body: { Code: 'SignatureDoesNotMatch', Message: `canonical request: ${headerLines(request)}` },
})
const echoInEnvelope: ReplyMaker = (request) => ({
  body: { Success: false, ErrorCode: 'X', ErrorMessage: JSON.stringify(request.headers) },
})
const echoAsText: ReplyMaker = (request) => ({ status: 502, body: headerLines(request) })
const failures: [string, Reply | ReplyMaker][] = [
  ['a refusal that quotes the headers', echo],
  ['an envelope that quotes the headers', echoInEnvelope],
  ['an error page that quotes the headers', echoAsText],
  ['a reset', { raw: (response) => response.destroy() }],
  ['no answer', { raw: () => {} }],
  ['no JSON', { body: 'x' }],
]
const echoAsCode: ReplyMaker = (request) => ({
  status: 400,
  body: { Code: request.headers['x-acs-security-token'], Message: request.headers['x-acs-security-token'] },
})

async function failureOf(reply: Reply | ReplyMaker, transport: (url: string) => Transport): Promise<DataWorksError> {
  const server = await startLoopbackServer(reply)
  const client = createClient({ transport: transport(server.url), retry: { attempts: 2, baseDelay: 1 } })
  return await caught(client.createBusiness({ projectId: 1, businessName: 'b' }))
}

describe('no secret is in the error of', () => {
  test.each([...failures, ['the token alone', echoAsCode] as const])('%s', async (_, reply) => {
    const options = { credentials: temporaryKey, timeout: 100 }
    const error = await failureOf(reply, (endpoint) => fetchTransport({ endpoint, ...options }))
    expectNoSecret(error)
    expectNoSecret(error.cause)
  })

  test.each(failures)('%s through the official client', async (_, reply) => {
    const error = await failureOf(reply, (url) => clientTransport(officialClient(url, temporaryKey), { timeout: 100 }))
    // The transport never sees the secrets of that client; it knows the header that holds one.
    expectNoSecret(error)
  })

  test('a token that cannot be sent', async () => {
    const credentials = { ...temporaryKey, securityToken: `${temporaryKey.securityToken}\n` }
    expectNoSecret(await failureOf({}, (endpoint) => fetchTransport({ endpoint, credentials })))
  })
})

describe('no secret is in', () => {
  test.each([
    ['a client', createClient({ region: 'cn-shanghai', credentials: temporaryKey })],
    ['a transport', fetchTransport({ endpoint: 'host', credentials: temporaryKey })],
    ['a transport over the official client', clientTransport(officialClient('http://127.0.0.1:1', temporaryKey))],
    ['credentials of the environment', environmentCredentials({ ALIBABA_CLOUD_ACCESS_KEY_SECRET: secrets[0] })],
  ])('%s', (_, made) => {
    expectNoSecret(made)
  })
})
