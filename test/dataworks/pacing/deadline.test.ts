import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type DataWorksClient, TransportError } from 'flowspec/dataworks'
import { describe, expect, test, vi } from 'vitest'
import { caught } from '../support/caught.ts'
import { key } from '../support/key.ts'
import { type Reply, startLoopbackServer } from '../support/loopback-server.ts'

const silent: Reply = { raw: () => {} }
const throttled: Reply = { status: 429, body: { Code: 'Throttling.User' } }
const failing: Reply = { status: 500, body: { Code: 'InternalError' } }
const fine: Reply = { body: { JobStatus: { JobId: '1', Status: 'Running' } } }

const read = (client: DataWorksClient, signal?: AbortSignal) => client.getJobStatus({ jobId: '1' }, { signal })
const create = (client: DataWorksClient, signal?: AbortSignal) =>
  client.createBusiness({ projectId: 1, businessName: 'b' }, { signal })

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now()
  return [await work(), performance.now() - start]
}

describe('a deadline ends a call in all', () => {
  test('that gets no answer', async () => {
    const { url } = await startLoopbackServer(silent)
    const client = createClient({ endpoint: url, credentials: key, deadline: 60 })
    const [error, took] = await timed(() => caught(create(client)))
    expect(error).toMatchObject({ kind: 'timeout', code: 'DeadlineExceeded', ambiguous: true, retryable: false })
    expect(error.reason).toContain('60 ms')
    expect(took).toBeLessThan(1000)
    expect(await caught(read(client))).toMatchObject({ ambiguous: false, retryable: true })
  })

  test('whose attempts each get none', async () => {
    const { url, requests } = await startLoopbackServer(silent)
    const client = createClient({
      endpoint: url,
      credentials: key,
      timeout: 40,
      deadline: 1000,
      retry: { baseDelay: 1, attempts: 20 },
    })
    const [error, took] = await timed(() => caught(read(client)))
    expect(error.kind).toBe('timeout')
    expect(requests.length).toBeGreaterThan(1)
    expect(took).toBeLessThan(1500)
  })

  test.each([
    ['throttled', { ...throttled, headers: { 'x-acs-retry-after': '10000' } }, 'throttled'],
    ['failing in the service', { ...failing, headers: { 'retry-after': '10' } }, 'service-fault'],
  ])('that is %s says so, and does not wait for what would come too late', async (_, reply, kind) => {
    const { url } = await startLoopbackServer(reply)
    const client = createClient({ endpoint: url, credentials: key, deadline: 4000 })
    const [error, took] = await timed(() => caught(read(client)))
    expect(error).toMatchObject({ kind, retryable: true })
    expect(took).toBeLessThan(3000)
  })

  test('that failed before it was cut off says how', async () => {
    const { url } = await startLoopbackServer(failing, silent)
    const client = createClient({ endpoint: url, credentials: key, deadline: 500, retry: { baseDelay: 1 } })
    const error = await caught(read(client))
    expect(error).toMatchObject({ code: 'DeadlineExceeded', cause: { kind: 'service-fault' } })
    expect(error.reason).toContain('(code InternalError)')
  })

  test('that waits for its turn', async () => {
    const { url, requests } = await startLoopbackServer(fine)
    const client = createClient({ endpoint: url, credentials: key, deadline: 800, rateLimit: { perSecond: 1 } })
    await read(client)
    expect(await caught(create(client))).toMatchObject({ code: 'DeadlineExceeded', ambiguous: false })
    expect(requests).toHaveLength(1)
  })

  test('that waits for credentials', async () => {
    const credentials = () => new Promise<never>(() => {})
    const client = createClient({ endpoint: 'host', credentials, deadline: 40 })
    expect(await caught(create(client))).toMatchObject({ code: 'DeadlineExceeded', ambiguous: false, retryable: true })
  })

  test('and leaves one alone that is done before', async () => {
    const { url } = await startLoopbackServer(throttled, fine)
    const client = createClient({ endpoint: url, credentials: key, deadline: 5000, retry: { baseDelay: 1 } })
    expect(await read(client)).toMatchObject({ jobId: '1' })
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '5'])('is none with %j', (given) => {
    const deadline: never = given as never
    expect(() => createClient({ endpoint: 'host', deadline })).toThrow(/deadline/)
  })
})

describe('an abort ends a call at once, wherever it is', () => {
  const limit = { perSecond: 1 }

  /** A call under way; the server has been asked when there is a request. */
  interface Waiting {
    readonly running: Promise<unknown>
    readonly requests?: readonly unknown[]
  }

  test.each<[string, (signal: AbortSignal) => Promise<Waiting>, boolean]>([
    [
      'waiting for the first call of a key',
      async (signal) => {
        const { url } = await startLoopbackServer(silent)
        const client = createClient({ endpoint: url, credentials: key })
        void read(client, signal).catch(() => {})
        return { running: create(client, signal) }
      },
      false,
    ],
    [
      'waiting for its turn',
      async (signal) => {
        const { url } = await startLoopbackServer(fine)
        const client = createClient({ endpoint: url, credentials: key, rateLimit: limit })
        await read(client)
        return { running: create(client, signal) }
      },
      false,
    ],
    [
      'waiting for credentials',
      async (signal) => {
        const client = createClient({ endpoint: 'host', credentials: () => new Promise(() => {}) })
        return { running: create(client, signal) }
      },
      false,
    ],
    [
      'waiting for the answer',
      async (signal) => {
        const { url, requests } = await startLoopbackServer(silent)
        return { running: create(createClient({ endpoint: url, credentials: key }), signal), requests }
      },
      true,
    ],
    [
      'reading the answer',
      async (signal) => {
        const { url, requests } = await startLoopbackServer({ raw: (response) => response.write('{"a":') })
        return { running: create(createClient({ endpoint: url, credentials: key }), signal), requests }
      },
      true,
    ],
    [
      'waiting to repeat',
      async (signal) => {
        const { url, requests } = await startLoopbackServer({ ...throttled, headers: { 'x-acs-retry-after': '15000' } })
        return { running: create(createClient({ endpoint: url, credentials: key }), signal), requests }
      },
      false,
    ],
    [
      'waiting for a job',
      async (signal) => {
        const { url, requests } = await startLoopbackServer(fine)
        const client = createClient({ endpoint: url, credentials: key })
        return { running: client.waitForJob({ jobId: '1' }, { interval: 60_000, signal }), requests }
      },
      true,
    ],
  ])('%s', async (_, start, ambiguous) => {
    const abort = new AbortController()
    const reason = new Error('enough')
    const { running, requests } = await start(abort.signal)
    const ended = caught(running)
    // On a busy machine a request takes its time, and before it is sent nothing is ambiguous.
    if (requests !== undefined) await vi.waitFor(() => expect(requests).toHaveLength(1), 10_000)
    await sleep(200)
    abort.abort(reason)
    const [error, took] = await timed(() => ended)
    expect(error).toMatchObject({ kind: 'aborted', ambiguous, retryable: false, cause: reason })
    expect(took).toBeLessThan(3000)
  })

  test('by a signal whose time is over says so', async () => {
    const { url } = await startLoopbackServer(silent)
    const client = createClient({ endpoint: url, credentials: key })
    const error = await caught(read(client, AbortSignal.timeout(30)))
    expect(error).toMatchObject({ kind: 'aborted', reason: 'the call was aborted: the time of its signal is over' })
  })

  test('and the next call of the client goes on as if it had not been', async () => {
    const { url, requests } = await startLoopbackServer(silent, fine)
    const client = createClient({ endpoint: url, credentials: key })
    await caught(read(client, AbortSignal.timeout(30)))
    expect(await read(client)).toMatchObject({ jobId: '1' })
    expect(requests).toHaveLength(2)
  })
})

test('a transport that says aborted without having been is not taken for the deadline', async () => {
  const send = () =>
    Promise.reject(new TransportError('x', { reason: 'aborted', code: 'Aborted', delivered: true, transient: false }))
  const client = createClient({ transport: { send }, deadline: 5000, retry: { attempts: 1 } })
  expect(await caught(read(client))).toMatchObject({ kind: 'aborted' })
})
