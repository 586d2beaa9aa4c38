import { clientTransport, createClient, type DataWorksClient, fetchTransport, submit } from 'flowspec/dataworks'
import type { Fault } from 'flowspec/testing'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated, options, orders } from './support/emulated.ts'
import { key } from './support/key.ts'
import { type Reply, startLoopbackServer } from './support/loopback-server.ts'
import { clientOf } from './support/test-client.ts'

const reset: Reply = { raw: (response) => response.destroy() }
const failed: Reply = { status: 500, body: { Code: 'InternalError' } }
const twice: Reply = { status: 400, body: { Code: 'SignatureNonceUsed' } }
const once = { retry: { attempts: 1 } }

const pinned = { spec: { workflows: [{ id: '8763436097170422238', nodes: [] }] } }
const calls: readonly (readonly [string, (client: DataWorksClient) => Promise<unknown>, boolean])[] = [
  ['a read', (client) => client.getJobStatus({ jobId: '1' }), true],
  ['an import with every id', (client) => client.importWorkflowDefinition({ projectId: 1, spec: pinned }), true],
  ['a create', (client) => client.createBusiness({ projectId: 1, businessName: 'b' }), false],
]

describe.each(calls)('the hint of %s', (_, run, isHarmless) => {
  test.each([
    ['that is reset', reset],
    ['that fails in the service', failed],
    ['that arrived twice', twice],
  ])('%s agrees with `retryable`', async (_name, reply) => {
    const { client } = await clientOf([reply], once)
    const { hint = '', retryable } = await caught(run(client))
    expect(retryable).toBe(isHarmless)
    expect(/before repeating|look, then/.test(hint)).toBe(!isHarmless)
  })
})

describe('after an import was started, no hint contradicts that submitting again is the way', () => {
  test.each<[string, Fault]>([
    ['GetJobStatus', { reset: true }],
    ['GetJobStatus', { status: 500, code: 'InternalError' }],
    ['GetJobStatus', { body: '<html>' }],
    ['GetWorkflowDefinition', { reset: true }],
    ['GetWorkflowDefinition', { status: 503, code: 'ServiceUnavailable' }],
  ])('when %s fails by %j', async (action, fault) => {
    const { client } = await emulated({ faults: [{ action, times: 99, ...fault }] })
    const { hint = '' } = await caught(submit(client, orders, options))
    expect(hint).toContain('submitting again updates it')
    expect(hint).not.toMatch(/before repeating|look/i)
  })
})

test('a client over an official one is not told to give createClient credentials, which it takes none of', async () => {
  const official = { callApi: () => Promise.reject(Object.assign(new Error('x'), { code: 'InvalidCredentials' })) }
  const client = createClient({ transport: clientTransport(official) })
  const error = await caught(client.getJobStatus({ jobId: '1' }))
  expect(error).toMatchObject({ kind: 'no-credentials', hint: expect.stringContaining('official client') })
  expect(error.hint).not.toContain('createClient')
})

test('a source of credentials that never answers is not called an answer that is late', async () => {
  const credentials = () => new Promise<never>(() => {})
  const client = createClient({ transport: fetchTransport({ endpoint: 'host', credentials, timeout: 20 }), ...once })
  const error = await caught(client.createBusiness({ projectId: 1, businessName: 'b' }))
  expect(error).toMatchObject({ kind: 'timeout', reason: 'the source of the credentials gave none within 20 ms' })
  expect(error.ambiguous).toBe(false)
})

test.each([null, undefined, ''])('a security token that is %j is none', async (securityToken) => {
  const { url, requests } = await startLoopbackServer({ body: { JobStatus: { JobId: '1', Status: 'Running' } } })
  for (const given of [{ ...key, securityToken }, () => ({ ...key, securityToken })]) {
    // As JSON without types has it.
    const credentials: never = given as never
    await createClient({ endpoint: url, credentials }).getJobStatus({ jobId: '1' })
  }
  expect(requests).toHaveLength(2)
  for (const { headers } of requests) expect(headers).not.toHaveProperty('x-acs-security-token')
})

describe('how to wait is judged before anything is sent', () => {
  test.each([
    ['an interval of 0', { interval: 0 }, /wait\.interval/],
    ['a negative interval', { interval: -1 }, /wait\.interval/],
    ['an interval that is text', { interval: '1' }, /wait\.interval/],
    ['a longest interval of 1.5', { maxInterval: 1.5 }, /wait\.maxInterval/],
    ['a time of NaN', { timeout: Number.NaN }, /wait\.timeout/],
    ['a time without end', { timeout: Number.POSITIVE_INFINITY }, /wait\.timeout/],
    ['a time longer than a timer', { timeout: 2 ** 31 }, /wait\.timeout/],
    ['a misspelt option', { intervall: 5 }, /intervall.*interval/s],
    ['an option that submit has of its own', { signal: AbortSignal.abort() }, /signal/],
    ['a number', 5, /wait/],
    ['a list', [], /wait/],
  ])('%s', async (_, given, message) => {
    const { client, emulator } = await emulated()
    const wait: never = given as never
    const error: unknown = await submit(client, orders, { ...options, wait }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(String(error)).toMatch(message)
    expect(actions(emulator)).toEqual([])
  })
})
