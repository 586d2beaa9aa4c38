import { clientTransport, createClient, isTransportError, type OfficialClient } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { key } from './support/key.ts'
import { closedAddress, type LoopbackServer, type Reply, startLoopbackServer } from './support/loopback-server.ts'
import { officialClient } from './support/official-client.ts'

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('')
const call = { action: 'CreateBusiness', version: '2020-05-18', method: 'POST', query: {}, form: { A: '1' } } as const

async function clientOf(reply: Reply, timeout?: number) {
  const server: LoopbackServer = await startLoopbackServer(reply)
  const transport = clientTransport(officialClient(server.url, key), { timeout })
  return { server, transport, client: createClient({ transport, retry: { attempts: 1 } }) }
}

describe('through the official client', () => {
  test('a call carries every ASCII character and Chinese text in its body', async () => {
    const businessName = `${ascii} 数据开发 😀`
    const { server, client } = await clientOf({ body: '{"BusinessId":9007199254740993,"Success":true}' })
    const { businessId } = await client.createBusiness({ projectId: 10000, businessName, useType: 'MANUAL_BIZ' })
    expect(businessId).toBe('9007199254740993')
    const form = new URLSearchParams(server.requests[0]?.body)
    expect(Object.fromEntries(form)).toEqual({ ProjectId: '10000', BusinessName: businessName, UseType: 'MANUAL_BIZ' })
    expect(server.requests[0]?.headers).toMatchObject({
      'x-acs-action': 'CreateBusiness',
      'x-acs-version': '2020-05-18',
    })
  })

  test('a GET has its parameters in the query', async () => {
    const { server, client } = await clientOf({ body: { JobStatus: { JobId: '1', Status: 'Running' } } })
    await client.getJobStatus({ jobId: 'a b' })
    expect(server.requests[0]).toMatchObject({ method: 'GET', url: '/?JobId=a%20b', body: '' })
  })

  test('a refusal is the same error as without it', async () => {
    const body = { Code: 'Forbidden.Access', Message: 'Access is forbidden.', RequestId: 'R-1' }
    const { client } = await clientOf({ status: 403, body })
    expect(await caught(client.createBusiness({ projectId: 1, businessName: 'b' }))).toMatchObject({
      kind: 'edition-required',
      code: 'Forbidden.Access',
      reason: 'Access is forbidden.',
      httpStatus: 403,
      requestId: 'R-1',
    })
  })

  test('Success: false in a 200 is an error', async () => {
    const { client } = await clientOf({
      body: { Success: false, ErrorCode: 'InternalError.System', HttpStatusCode: 500 },
    })
    expect(await caught(client.createBusiness({ projectId: 1, businessName: 'b' }))).toMatchObject({
      kind: 'service-fault',
      ambiguous: true,
    })
  })

  test.each<[string, Reply, object]>([
    ['an error page', { status: 502, body: '<html>' }, { reason: 'invalid-answer', delivered: true }],
    ['an empty error', { status: 500, body: '' }, { reason: 'invalid-answer', delivered: true }],
    ['a reset', { raw: (response) => response.destroy() }, { reason: 'network', delivered: true }],
    ['no answer', { raw: () => {} }, { reason: 'timeout', delivered: true }],
  ])('%s says what is known of it', async (_, reply, expected) => {
    const { transport } = await clientOf(reply, 100)
    const error: unknown = await transport.send(call).catch((thrown: unknown) => thrown)
    expect(isTransportError(error)).toBe(true)
    expect(error).toMatchObject(expected)
  })

  test('a refused connection was not delivered', async () => {
    const transport = clientTransport(officialClient(await closedAddress(), key))
    const error: unknown = await transport.send(call).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ reason: 'network', code: 'ECONNREFUSED', delivered: false })
  })

  test('an abort ends the call at once', async () => {
    const { client } = await clientOf({ raw: () => abort.abort() })
    const abort = new AbortController()
    const pending = client.createBusiness({ projectId: 1, businessName: 'b' }, { signal: abort.signal })
    expect(await caught(pending)).toMatchObject({ kind: 'aborted', ambiguous: true })
  })
})

test('an answer that is not what the generic call gives is not read', async () => {
  const odd: OfficialClient = { callApi: async () => ({ body: { Id: 1 } }) }
  const client = createClient({ transport: clientTransport(odd), retry: { attempts: 1 } })
  expect(await caught(client.getJobStatus({ jobId: '1' }))).toMatchObject({ kind: 'unreadable-answer' })
})
