import fc from 'fast-check'
import { createClient, type DataWorksClient, type RetryOptions, TransportError } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { retryDelay, retryPolicy } from '../../src/dataworks/client/retry.ts'
import { caught } from './support/caught.ts'
import type { Reply } from './support/loopback-server.ts'
import { clientOf } from './support/test-client.ts'

const pinned = { spec: { workflows: [{ id: '8763436097170422238', nodes: [{ id: '1234567890123456789' }] }] } }
const unpinned = { spec: { workflows: [{ id: '8763436097170422238', nodes: [{ id: 'ods' }] }] } }
const job = { body: { AsyncJob: { Id: 'J', Status: 'Running' } } }

// Calls by what repeating them does, and the answer that ends each well.
const calls: readonly {
  name: string
  effect: string
  success: Reply
  run: (client: DataWorksClient) => Promise<unknown>
}[] = [
  {
    name: 'GetJobStatus',
    effect: 'read',
    success: { body: { JobStatus: { JobId: '1', Status: 'Running' } } },
    run: (client) => client.getJobStatus({ jobId: '1' }),
  },
  {
    name: 'ImportWorkflowDefinition with every id',
    effect: 'replace',
    success: job,
    run: (client) => client.importWorkflowDefinition({ projectId: 1, spec: pinned }),
  },
  {
    name: 'ImportWorkflowDefinition with every id, as text',
    effect: 'replace',
    success: job,
    run: (client) => client.importWorkflowDefinition({ projectId: 1, spec: JSON.stringify(pinned) }),
  },
  {
    name: 'ImportWorkflowDefinition of a dry run',
    effect: 'read',
    success: job,
    run: (client) => client.importWorkflowDefinition({ projectId: 1, spec: unpinned, dryRun: true }),
  },
  {
    name: 'ImportWorkflowDefinition with names for ids',
    effect: 'create',
    success: job,
    run: (client) => client.importWorkflowDefinition({ projectId: 1, spec: unpinned }),
  },
  {
    name: 'ImportWorkflowDefinition of unreadable text',
    effect: 'create',
    success: job,
    run: (client) => client.importWorkflowDefinition({ projectId: 1, spec: '{' }),
  },
  {
    name: 'CreateWorkflowDefinition',
    effect: 'create',
    success: { body: { Id: '1' } },
    run: (client) => client.createWorkflowDefinition({ projectId: 1, spec: pinned }),
  },
  {
    name: 'CreateBusiness',
    effect: 'create',
    success: { body: { Success: true, BusinessId: 1 } },
    run: (client) => client.createBusiness({ projectId: 1, businessName: 'b' }),
  },
  {
    name: 'a generic GET',
    effect: 'read',
    success: {},
    run: (client) => client.call('ListX', {}, { method: 'GET' }),
  },
  { name: 'a generic POST', effect: 'create', success: {}, run: (client) => client.call('CreateX') },
  {
    name: 'a generic POST that says what it does',
    effect: 'replace',
    success: {},
    run: (client) => client.call('UpdateX', {}, { effect: 'replace' }),
  },
]

const reset: Reply = { raw: (response) => response.destroy() }
const refusals: readonly [string, Reply][] = [
  ['429', { status: 429, body: { Code: 'Throttling.Api' } }],
  ['400 Throttling', { status: 400, body: { Code: 'Throttling' } }],
  ['503 Throttling', { status: 503, body: { Code: 'Throttling' } }],
  ['9990020002', { status: 400, body: { Code: '9990020002', Message: 'Throttling.User' } }],
]
const lateFailures: readonly [string, Reply][] = [
  ['500', { status: 500, body: { Code: 'InternalError' } }],
  ['502 HTML', { status: 502, body: '<html>' }],
  ['503', { status: 503, body: { Code: 'ServiceUnavailable' } }],
  ['504 without a body', { status: 504, body: '' }],
  ['a reset', reset],
  // The request was delivered twice, and its first copy answered to nobody.
  ['a used nonce', { status: 400, body: { Code: 'SignatureNonceUsed' } }],
  ['a success that is not JSON', { body: 'x' }],
]
const finalFailures: readonly [string, Reply][] = [
  ['400', { status: 400, body: { Code: 'InvalidParameter' } }],
  ['403', { status: 403, body: { Code: 'Forbidden.RAM' } }],
  ['404', { status: 404, body: { Code: 'InvalidApi.NotFound' } }],
  ['Success: false', { body: { Success: false, ErrorCode: '9990030003' } }],
]

describe.each(calls)('$name ($effect)', ({ effect, success, run }) => {
  test.each(refusals)('is repeated after %s, which executed nothing', async (_, refusal) => {
    const { client, server } = await clientOf([refusal, refusal, success])
    await run(client)
    expect(server.requests).toHaveLength(3)
    const nonces = server.requests.map(({ headers }) => headers['x-acs-signature-nonce'])
    expect(new Set(nonces).size).toBe(3)
  })

  test.each(lateFailures)(
    `is ${effect === 'create' ? 'not ' : ''}repeated after %s, which may come late`,
    async (_, late) => {
      const { client, server } = await clientOf([late, success])
      if (effect === 'create') expect(await caught(run(client))).toMatchObject({ retryable: false, ambiguous: true })
      else await run(client)
      expect(server.requests).toHaveLength(effect === 'create' ? 1 : 2)
    },
  )

  test.each(finalFailures)('is not repeated after %s', async (_, final) => {
    const { client, server } = await clientOf([final, success])
    expect(await caught(run(client))).toMatchObject({ retryable: false })
    expect(server.requests).toHaveLength(1)
  })

  test('is repeated after a connection that never came about', async () => {
    let count = 0
    const body = JSON.stringify(success.body ?? {})
    const send = async () => {
      count += 1
      if (count > 1) return { status: 200, headers: {}, body }
      throw new TransportError('refused', { reason: 'network', code: 'ECONNREFUSED', delivered: false })
    }
    await run(createClient({ transport: { send }, retry: { baseDelay: 1 } }))
    expect(count).toBe(2)
  })

  test('that gives up says whether it may have happened', async () => {
    const { client, server } = await clientOf([reset], { retry: { attempts: 2 } })
    const error = await caught(run(client))
    expect(error).toMatchObject({ kind: 'network', ambiguous: effect !== 'read', retryable: effect !== 'create' })
    expect(server.requests).toHaveLength(effect === 'create' ? 1 : 2)
  })

  test('without an answer in time says the same', async () => {
    const { client } = await clientOf([{ raw: () => {} }], { timeout: 30, retry: { attempts: 1 } })
    expect(await caught(run(client))).toMatchObject({ kind: 'timeout', ambiguous: effect !== 'read' })
  })
})

describe('repeating', () => {
  const throttled = (headers: Record<string, string> = {}): Reply => ({ status: 429, headers, body: {} })
  const ask = (client: DataWorksClient, signal?: AbortSignal) => client.getJobStatus({ jobId: '1' }, { signal })

  test('ends after as many attempts as it may take', async () => {
    const { client, server } = await clientOf([throttled()], { retry: { attempts: 3 } })
    expect(await caught(ask(client))).toMatchObject({ kind: 'throttled', retryable: true })
    expect(server.requests).toHaveLength(3)
  })

  // x-acs-retry-after is milliseconds to the official clients; Retry-After is seconds or a date (RFC 9110, 10.2.3).
  test.each([
    [{ 'x-acs-retry-after': '7' }, 7],
    [{ 'retry-after': '2' }, 2000],
    [{ 'Retry-After': '0' }, 0],
    [{ 'x-acs-retry-after': '7', 'retry-after': '2' }, 7],
    [{ 'x-acs-retry-after': 'soon', 'retry-after': '2' }, 2000],
    [{ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
  ])('tells how long the service asked to wait by %j', async (headers, retryAfter) => {
    const { client } = await clientOf([throttled({ ...headers })], { retry: { attempts: 1 } })
    expect(await caught(ask(client))).toMatchObject({ retryAfter })
  })

  test('tells how long it is to a date', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString()
    const { client } = await clientOf([throttled({ 'retry-after': date })], { retry: { attempts: 1 } })
    const { retryAfter = 0 } = await caught(ask(client))
    expect(retryAfter).toBeGreaterThan(50_000)
    expect(retryAfter).toBeLessThanOrEqual(60_000)
  })

  test.each(['soon', '-1', '1.5', '', '999999999999', '2026-11-28'])(
    'takes no notice of %j as a time to wait',
    async (text) => {
      for (const name of ['x-acs-retry-after', 'retry-after']) {
        const { client } = await clientOf([throttled({ [name]: text })], { retry: { attempts: 1 } })
        expect(await caught(ask(client))).toMatchObject({ retryAfter: undefined })
      }
    },
  )

  test('is not done when the calls of the day are used up', async () => {
    const { client, server } = await clientOf([{ status: 429, body: { Code: 'Throttling.Api.Risk' } }])
    expect(await caught(ask(client))).toMatchObject({ kind: 'quota-exceeded', retryable: true })
    expect(server.requests).toHaveLength(1)
  })

  test.each<[string, Reply]>([
    ['throttling', { status: 429, body: {} }],
    ['a refusal', { status: 403, body: { Code: 'NoPermission' } }],
  ])('that ends with %s remembers that an earlier attempt may have had its effect', async (_, last) => {
    const { client } = await clientOf([reset, last], { retry: { attempts: 2 } })
    const error = await caught(client.importWorkflowDefinition({ projectId: 1, spec: pinned }))
    expect(error).toMatchObject({ httpStatus: last.status, ambiguous: true })
    expect(await caught(ask((await clientOf([reset, last], { retry: { attempts: 2 } })).client))).toMatchObject({
      ambiguous: false,
    })
  })

  test('is left to the caller when the service asks for longer than allowed', async () => {
    const { client, server } = await clientOf([throttled({ 'x-acs-retry-after': '60000' })], {
      retry: { maxDelay: 1000 },
    })
    expect(await caught(ask(client))).toMatchObject({ retryAfter: 60_000, retryable: true })
    expect(server.requests).toHaveLength(1)
  })

  test('ends when the caller aborts the wait', async () => {
    const abort = new AbortController()
    const { client } = await clientOf([throttled()], { retry: { baseDelay: 60_000, maxDelay: 60_000 } })
    setTimeout(() => abort.abort(new Error('enough')), 30)
    const error = await caught(ask(client, abort.signal))
    expect(error).toMatchObject({ kind: 'aborted', ambiguous: false, retryable: false })
    expect(error.cause).toMatchObject({ message: 'enough' })
  })

  test('does not begin for a call that is aborted already', async () => {
    const { client, server } = await clientOf([{}])
    expect(await caught(ask(client, AbortSignal.abort()))).toMatchObject({ kind: 'aborted', ambiguous: false })
    expect(server.requests).toEqual([])
  })

  test('is not done for an error of a transport of its own that is no failure to answer', async () => {
    const send = () => Promise.reject(new Error('a bug'))
    const client = createClient({ transport: { send }, retry: { attempts: 1 } })
    const error = await caught(client.createBusiness({ projectId: 1, businessName: 'b' }))
    expect(error).toMatchObject({ kind: 'network', code: 'TransportFailed', ambiguous: true, retryable: false })
    expect(error.cause).toMatchObject({ message: 'a bug' })
  })
})

describe('the wait before the next attempt', () => {
  const policy = (options: RetryOptions) => retryPolicy(options)

  test('doubles, up to the longest', () => {
    const given = policy({ baseDelay: 100, maxDelay: 1000 })
    const waits = [1, 2, 3, 4, 5, 6].map((attempt) => retryDelay(attempt, given, undefined, 1))
    expect(waits).toEqual([100, 200, 400, 800, 1000, 1000])
  })

  test('is a random part of that, and after what the service asks for', () => {
    const arbitrary = fc.record({
      attempt: fc.integer({ min: 1, max: 20 }),
      asked: fc.nat(5000),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(arbitrary, ({ attempt, asked, random }) => {
        const given = policy({ baseDelay: 10, maxDelay: 2000 })
        const whole = Math.min(10 * 2 ** (attempt - 1), 2000)
        expect(retryDelay(attempt, given, undefined, random)).toBe(Math.round(whole * random))
        const wait = retryDelay(attempt, given, asked, random)
        expect(wait).toBeGreaterThanOrEqual(asked)
        expect(wait).toBeLessThanOrEqual(asked + 10)
      }),
    )
  })
})
