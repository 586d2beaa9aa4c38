import { createClient, fetchTransport, isTransportError } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { key } from './support/key.ts'
import { closedAddress, type Reply, startLoopbackServer } from './support/loopback-server.ts'

const call = { action: 'GetJobStatus', version: '2024-05-18', method: 'GET', query: {}, form: {} } as const
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('')

async function thrown(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    if (isTransportError(error)) return { reason: error.reason, code: error.code, delivered: error.delivered }
    throw error
  }
  throw new Error('the request was to fail and did not')
}

async function send(reply: Reply, options: { timeout?: number; signal?: AbortSignal } = {}) {
  const server = await startLoopbackServer(reply)
  const transport = fetchTransport({ endpoint: server.url, credentials: key, timeout: options.timeout })
  return await transport.send({ ...call, signal: options.signal })
}

describe('a request', () => {
  test('carries parameters of every ASCII character and Chinese text in query and form', async () => {
    const text = `${ascii} 数据开发 😀`
    const server = await startLoopbackServer({})
    const transport = fetchTransport({ endpoint: server.url, credentials: key })
    await transport.send({ ...call, method: 'POST', query: { A: text }, form: { Spec: text, B: '' } })
    const request = server.requests[0]
    expect(new URL(request?.url ?? '', server.url).searchParams.get('A')).toBe(text)
    expect([...new URLSearchParams(request?.body)]).toEqual([
      ['B', ''],
      ['Spec', text],
    ])
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(request?.body).toContain('%20')
    expect(request?.body).not.toMatch(/[+!'()*]/)
  })

  test('without a form has neither body nor content type', async () => {
    const server = await startLoopbackServer({})
    await fetchTransport({ endpoint: server.url, credentials: key }).send({ ...call, method: 'POST' })
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/', body: '' })
    expect(server.requests[0]?.headers['content-type']).toBeUndefined()
  })

  test('has a nonce of its own and the date of its sending', async () => {
    const server = await startLoopbackServer({})
    const transport = fetchTransport({ endpoint: server.url, credentials: key })
    const before = Math.floor(Date.now() / 1000) * 1000
    await transport.send(call)
    await transport.send(call)
    const nonces = server.requests.map(({ headers }) => headers['x-acs-signature-nonce'])
    expect(new Set(nonces).size).toBe(2)
    for (const { headers } of server.requests) {
      const date = Date.parse(String(headers['x-acs-date']))
      expect(date).toBeGreaterThanOrEqual(before)
      expect(date).toBeLessThanOrEqual(Date.now())
    }
  })

  test('goes through the fetch it is given', async () => {
    const urls: string[] = []
    const fetch: typeof globalThis.fetch = async (url) => {
      urls.push(String(url))
      return new Response('{"JobStatus":{"JobId":"1","Status":"Success"}}')
    }
    const client = createClient({ region: 'cn-shanghai', credentials: key, fetch })
    await client.getJobStatus({ jobId: 'a b' })
    expect(urls).toEqual(['https://dataworks.cn-shanghai.aliyuncs.com/?JobId=a%20b'])
  })
})

describe('an answer', () => {
  test.each<[string, Reply, { status: number; body: string }]>([
    ['JSON', { body: { a: 1 } }, { status: 200, body: '{"a":1}' }],
    [
      'an integer beyond 2^53',
      { body: '{"Id":8763436097170422238}' },
      { status: 200, body: '{"Id":8763436097170422238}' },
    ],
    ['HTML', { status: 502, body: '<html>' }, { status: 502, body: '<html>' }],
    ['nothing', { status: 503, body: '' }, { status: 503, body: '' }],
    [
      'a redirect, which is not followed',
      { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      { status: 302, body: '{}' },
    ],
  ])('of %s comes back as it is', async (_, reply, expected) => {
    expect(await send(reply)).toMatchObject(expected)
  })

  test('has its header names in lower case', async () => {
    const answer = await send({ headers: { 'X-Acs-Retry-After': '5' } })
    expect(answer.headers['x-acs-retry-after']).toBe('5')
  })
})

describe('no answer', () => {
  test.each<[string, Reply]>([
    ['when none comes', { raw: () => {} }],
    ['when its body stops', { raw: (response) => response.writeHead(200).write('{') }],
  ])('in time: %s', async (_, reply) => {
    expect(await thrown(send(reply, { timeout: 50 }))).toEqual({ reason: 'timeout', code: 'Timeout', delivered: true })
  })

  test('in time from a fetch that takes no notice of the signal', async () => {
    const fetch = () => new Promise<Response>(() => {})
    const transport = fetchTransport({ endpoint: 'host', credentials: key, fetch, timeout: 20 })
    expect(await thrown(transport.send(call))).toEqual({ reason: 'timeout', code: 'Timeout', delivered: true })
  })

  test('keeps the process waiting for the limit, and no longer than the call takes', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
    const before = timers()
    const abort = new AbortController()
    const credentials = () => new Promise<typeof key>(() => {})
    const transport = fetchTransport({ endpoint: 'host', credentials })
    const pending = thrown(transport.send({ ...call, signal: abort.signal }))
    expect(timers()).toBe(before + 1)
    abort.abort()
    await pending
    expect(timers()).toBe(before)
  })

  test('because the connection was reset: the request may have arrived', async () => {
    const error = await thrown(send({ raw: (response) => response.destroy() }))
    expect(error).toMatchObject({ reason: 'network', delivered: true })
  })

  test('because nothing listens: the request did not arrive', async () => {
    const transport = fetchTransport({ endpoint: await closedAddress(), credentials: key })
    expect(await thrown(transport.send(call))).toEqual({ reason: 'network', code: 'ECONNREFUSED', delivered: false })
  })

  test('because there is no such host: the request did not arrive', async () => {
    const transport = fetchTransport({ endpoint: 'no-such-host.invalid', credentials: key })
    expect(await thrown(transport.send(call))).toMatchObject({ reason: 'network', delivered: false })
  })

  test('because the caller aborted it under way', async () => {
    const abort = new AbortController()
    const pending = thrown(send({ raw: () => abort.abort(new Error('enough')) }, { signal: abort.signal }))
    expect(await pending).toEqual({ reason: 'aborted', code: 'Aborted', delivered: true })
  })

  test('because the caller aborted it before, whatever becomes of the credentials', async () => {
    const credentials = () => Promise.reject(new Error('nobody hears of it'))
    const transport = fetchTransport({ endpoint: 'http://127.0.0.1:9', credentials })
    expect(await thrown(transport.send({ ...call, signal: AbortSignal.abort() }))).toMatchObject({ reason: 'aborted' })
    await new Promise((resolve) => setTimeout(resolve, 5))
  })

  test('because the caller aborted it before', async () => {
    const pending = thrown(send({}, { signal: AbortSignal.abort() }))
    expect(await pending).toEqual({ reason: 'aborted', code: 'Aborted', delivered: false })
  })
})
