import { inspect } from 'node:util'
import {
  clientTransport,
  createClient,
  type DataWorksError,
  environmentCredentials,
  fetchTransport,
  signRequest,
  type Transport,
} from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
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
const withOwnCause = (error: Error): Error => Object.assign(error, { cause: error })
const tokenHeader = 'x-acs-security-token'
const tokenOf = (request: ReceivedRequest): string => String(request.headers[tokenHeader])
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

  test.each<[string, Reply | ReplyMaker]>([
    ['header', (request) => ({ status: 400, headers: { 'x-acs-request-id': tokenOf(request) }, body: 'x' })],
    ['header of a success', (request) => ({ headers: { 'x-acs-request-id': tokenOf(request) }, body: 'x' })],
    ['body', (request) => ({ status: 400, body: { Code: 'X', RequestId: tokenOf(request) } })],
    ['body of a success', (request) => ({ body: { Success: true, RequestId: tokenOf(request) } })],
  ])('an answer that has it for the id of the request, in the %s', async (_, reply) => {
    expectNoSecret(await failureOf(reply, (endpoint) => fetchTransport({ endpoint, credentials: temporaryKey })))
  })

  test('a refusal that quotes it percent-encoded', async () => {
    const body = { Code: 'X', Message: `token=${encodeURIComponent(secrets[1] ?? '')}` }
    const credentials = temporaryKey
    const error = await failureOf({ status: 400, body }, (endpoint) => fetchTransport({ endpoint, credentials }))
    expect(error.reason).toBe('token=***')
  })

  test.each<[string, (sent: RequestInit) => unknown]>([
    ['with the request in it', (sent) => Object.assign(new Error('failed'), { code: 'EPROTO', config: sent })],
    ['that quotes the headers', (sent) => new Error(JSON.stringify(sent.headers))],
    [
      'with the request in its cause',
      (sent) => new Error('failed', { cause: Object.assign(new Error('x'), { sent }) }),
    ],
    [
      'with a header for its code',
      (sent) => Object.assign(new Error('x'), { code: Object(sent.headers)[tokenHeader] }),
    ],
    ['that is its own cause', (sent) => withOwnCause(new Error(JSON.stringify(sent.headers)))],
    ['that is a text', (sent) => JSON.stringify(sent.headers)],
    ['that is an object', (sent) => sent],
  ])("a user's own fetch that fails with an error %s", async (_, errorOf) => {
    const fetch = (_url: unknown, sent: RequestInit = {}) => Promise.reject(errorOf(sent))
    const options = { endpoint: 'host', credentials: temporaryKey, fetch, retry: { attempts: 1 } }
    const error = await caught(createClient(options).createBusiness({ projectId: 1, businessName: 'b' }))
    expect(error).toMatchObject({ kind: 'network', code: expect.stringMatching(/^(?:EPROTO|NetworkError)$/) })
    expectNoSecret(error)
    expectNoSecret(error.cause)
  })

  test.each<[string, (secret: string) => unknown]>([
    ['an error', (secret) => new Error(`cannot read ${secret}`)],
    ['an error with a field', (secret) => Object.assign(new Error('failed'), { code: 'EACCES', key: secret })],
    ['an error with a cause', (secret) => new Error('failed', { cause: new Error(secret) })],
    ['an error whose name it is', (secret) => Object.assign(new Error('failed'), { name: secret })],
    ['a text', (secret) => secret],
    ['an object', (secret) => ({ secret })],
  ])('a source of credentials that fails with it in %s', async (_, errorOf) => {
    const failing = (): never => {
      throw errorOf(JSON.stringify(temporaryKey))
    }
    const sources = [
      failing,
      { getCredential: failing },
      {
        get accessKeyId() {
          return failing()
        },
        accessKeySecret: '',
      },
    ]
    for (const credentials of sources) {
      const error = await failureOf({}, (endpoint) => fetchTransport({ endpoint, credentials }))
      expect(error).toMatchObject({ kind: 'no-credentials', code: 'CredentialsSourceFailed' })
      expectNoSecret(error)
      expectNoSecret(error.cause)
    }
  })

  test('a source of credentials, whose kind and code are told', async () => {
    const credentials = () => Promise.reject(Object.assign(new RangeError('x'), { code: 'ENOENT' }))
    const error = await failureOf({}, (endpoint) => fetchTransport({ endpoint, credentials }))
    expect(error.cause).toMatchObject({ name: 'RangeError', code: 'ENOENT' })
  })

  test('a token that cannot be sent', async () => {
    const credentials = { ...temporaryKey, securityToken: `${temporaryKey.securityToken}\n` }
    expectNoSecret(await failureOf({}, (endpoint) => fetchTransport({ endpoint, credentials })))
  })
})

/** Any value where its type does not allow it, as programs without types give it. */
const untyped = (value: unknown): never => value as never
const [secret = ''] = secrets

describe('no secret is in the error of what is given in a wrong place or form:', () => {
  test.each<[string, () => unknown]>([
    ['a text for credentials', () => createClient(untyped({ region: 'cn-shanghai', credentials: secret }))],
    ['a list for credentials', () => createClient(untyped({ region: 'cn-shanghai', credentials: [secret] }))],
    ['a boxed text', () => createClient(untyped({ region: 'cn-shanghai', credentials: Object(secret) }))],
    ['a map', () => createClient(untyped({ region: 'cn-shanghai', credentials: new Map([['k', secret]]) }))],
    ['a promise', () => createClient(untyped({ region: 'cn-shanghai', credentials: Promise.resolve(temporaryKey) }))],
    ['a text for options', () => createClient(untyped(secret))],
    ['a text for settings of retries', () => createClient(untyped({ region: 'cn-shanghai', retry: secret }))],
    ['a key as an option', () => createClient(untyped({ region: 'cn-shanghai', accessKeySecret: secret }))],
    ['a text for a transport', () => fetchTransport(untyped({ endpoint: 'localhost', credentials: secret }))],
    ['a text for an official client', () => clientTransport(untyped(secret))],
    ['a text for an environment', () => environmentCredentials(untyped(secret))],
    ['a password in an address', () => createClient({ endpoint: `https://user:${secret}@localhost` })],
    ['a query in an address', () => createClient({ endpoint: `https://localhost/?key=${secret}` })],
    ['a text to sign with', () => signRequest(untyped({}), untyped(secret))],
    ['a text to sign', () => signRequest(untyped(secret), temporaryKey)],
  ])('%s', (_, call) => {
    let told: unknown
    try {
      call()
    } catch (error) {
      told = error
    }
    expect(told).toBeInstanceOf(TypeError)
    expectNoSecret(told)
  })

  test.each<[string, object]>([
    ['other keys', { key: 'x', secret }],
    ['keys in another case', { accesskeyid: 'x', accesskeysecret: secret }],
    ['a number', { accessKeyId: 'x', accessKeySecret: 12_345_678 }],
    ['an object', { accessKeyId: 'x', accessKeySecret: { secret } }],
    ['a line break', { accessKeyId: 'x', accessKeySecret: `${secret}\n` }],
    ['the secret for the id', { accessKeyId: `${secret}é`, accessKeySecret: 'x' }],
    ['no function', { getCredential: secret }],
  ])('credentials with %s', async (_, credentials) => {
    const error = await failureOf({}, (endpoint) => fetchTransport(untyped({ endpoint, credentials })))
    expect(error).toMatchObject({ kind: 'no-credentials' })
    expectNoSecret(error)
    expect(printed(error)).not.toContain('12345678')
  })

  test('credentials of an emulator', async () => {
    const error = await startEmulator(untyped({ credentials: secret })).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expectNoSecret(error)
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
