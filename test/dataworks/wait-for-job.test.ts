import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import type { Reply } from './support/loopback-server.ts'
import { clientOf } from './support/test-client.ts'

const status = (Status: string, Completed: string, reason?: string): Reply => ({
  body: {
    RequestId: 'R',
    JobStatus: { JobId: 'J', JobType: 'Create', Status, Completed, CreateTime: '1', Error: reason },
  },
})
const running = status('Running', 'False')
const success = status('Success', 'True')
const job = { jobId: 'J' }

describe('waiting for a job', () => {
  test('asks until it is over and reports every status', async () => {
    const { client, server } = await clientOf([running, running, success])
    const seen: string[] = []
    const last = await client.waitForJob(job, { interval: 1, onProgress: ({ status: state }) => seen.push(state) })
    expect(last).toMatchObject({ jobId: 'J', status: 'Success', completed: true })
    expect(seen).toEqual(['Running', 'Running', 'Success'])
    expect(server.requests).toHaveLength(3)
  })

  test('survives throttling and a failing service', async () => {
    const { client } = await clientOf([{ status: 429 }, running, { status: 502, body: '<html>' }, success])
    expect(await client.waitForJob(job, { interval: 1 })).toMatchObject({ status: 'Success' })
  })

  test.each<[string, Reply]>([
    ['its state alone', status('Success', '')],
    ['its flag and state', success],
  ])('knows the end by %s', async (_, reply) => {
    const { client, server } = await clientOf([reply])
    await client.waitForJob(job)
    expect(server.requests).toHaveLength(1)
  })

  test('gives up in time, while the job goes on', async () => {
    const { client } = await clientOf([running])
    const error = await caught(client.waitForJob(job, { interval: 5, timeout: 20 }))
    expect(error).toMatchObject({ kind: 'job-timeout', action: 'GetJobStatus', ambiguous: true, retryable: true })
    expect(error.message).toContain('job J is still Running after 20 ms')
  })

  test('ends when it is aborted', async () => {
    const abort = new AbortController()
    const { client } = await clientOf([running])
    const waiting = client.waitForJob(job, {
      interval: 60_000,
      maxInterval: 60_000,
      signal: abort.signal,
      onProgress: () => abort.abort(),
    })
    expect(await caught(waiting)).toMatchObject({ kind: 'aborted', ambiguous: true })
  })

  test.each<[string, Reply, { readonly kind: string; readonly retryable?: boolean }]>([
    ['is aborted', { raw: () => {} }, { kind: 'aborted' }],
    ['fails', { status: 500, body: '' }, { kind: 'service-fault', retryable: true }],
    ['is reset', { raw: (response) => response.destroy() }, { kind: 'network', retryable: true }],
  ])('leaves open what the job did when a question %s', async (_, reply, expected) => {
    const abort = new AbortController()
    const { client } = await clientOf([running, reply], { retry: { attempts: 1 } })
    const onProgress = () => void (expected.kind === 'aborted' && setTimeout(() => abort.abort(), 50))
    const waiting = client.waitForJob(job, { interval: 1, signal: abort.signal, onProgress })
    expect(await caught(waiting)).toMatchObject({ ...expected, ambiguous: true })
  })

  test('asks nothing when it is aborted before', async () => {
    const { client, server } = await clientOf([success])
    expect(await caught(client.waitForJob(job, { signal: AbortSignal.abort() }))).toMatchObject({ kind: 'aborted' })
    expect(server.requests).toHaveLength(0)
  })

  test('ends with what the listener throws', async () => {
    const { client } = await clientOf([running])
    const onProgress = () => {
      throw new Error('enough')
    }
    await expect(client.waitForJob(job, { onProgress })).rejects.toThrow('enough')
  })

  test.each([
    ['interval', { interval: 0 }],
    ['maxInterval', { maxInterval: Number.NaN }],
    ['timeout', { timeout: -1 }],
  ])('refuses %s that is no time', async (name, options) => {
    const { client } = await clientOf([success])
    await expect(client.waitForJob(job, options)).rejects.toThrow(new RegExp(`^${name} must be a whole number`))
  })
})

describe('a failed job', () => {
  const place = '$.spec.workflows[0].nodes[1]'

  test.each<[string, string, object]>([
    [
      'JSON',
      JSON.stringify({ code: '58014884415', message: 'bad', path: place }),
      { code: '58014884415', reason: 'job J: bad', place },
    ],
    ['JSON with capitals', JSON.stringify({ Code: 'X', Message: `bad at ${place}.` }), { code: 'X', place }],
    [
      'a list of them',
      JSON.stringify([{ code: 'X', message: 'bad' }, { code: 'Y' }]),
      { code: 'X', reason: 'job J: bad' },
    ],
    ['a numeric code beyond 2^53', '{"code":5801489541076353033,"message":"m"}', { code: '5801489541076353033' }],
    ['running text', `5801489541076353033: bad at ${place}, see`, { code: '5801489541076353033', place }],
    [
      'text without either',
      'something\nwent wrong',
      { code: 'JobFailed', reason: 'job J: something went wrong', place: undefined },
    ],
    ['nothing', '', { code: 'JobFailed', reason: 'job J: no reason was given' }],
  ])('carries code, message and place of an error that is %s', async (_, error, expected) => {
    const { client } = await clientOf([status('Fail', 'True', error)])
    const thrown = await caught(client.waitForJob(job))
    expect(thrown).toMatchObject({ kind: 'job-failed', requestId: 'R', retryable: false, ...expected })
  })

  test('that was cancelled says so', async () => {
    const { client } = await clientOf([status('Cancel', 'True')])
    expect(await caught(client.waitForJob(job))).toMatchObject({ kind: 'job-failed', code: 'JobCancelled' })
  })
})
