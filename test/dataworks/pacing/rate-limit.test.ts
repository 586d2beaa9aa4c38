import { type Credentials, createClient, type DataWorksClient, type RateLimitOptions } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from '../support/caught.ts'
import { key } from '../support/key.ts'
import { type LoopbackServer, type Reply, startLoopbackServer } from '../support/loopback-server.ts'

const fine: Reply = { body: { JobStatus: { JobId: '1', Status: 'Running' } } }

let servers = 0

/**
 * A server that notes when requests arrive, and clients with an access key for it alone: calls are counted by key and host,
 * and the system may give a server the port of an earlier one.
 */
async function timedServer(replyOf: (count: number) => Reply = () => fine) {
  const arrivals: number[] = []
  const server: LoopbackServer = await startLoopbackServer(() => {
    arrivals.push(performance.now())
    return replyOf(arrivals.length)
  })
  const own: Credentials = { ...key, accessKeyId: `KEYID${++servers}` }
  const clientOf = (rateLimit: RateLimitOptions | false | undefined, credentials = own): DataWorksClient =>
    createClient({ endpoint: server.url, credentials, rateLimit, retry: { baseDelay: 20 } })
  return { arrivals, clientOf }
}

const ask = (client: DataWorksClient) => client.getJobStatus({ jobId: '1' })
const askAll = (clients: readonly DataWorksClient[], times: number) =>
  Promise.all(Array.from({ length: times }).flatMap(() => clients.map(ask)))

/** The most arrivals in any second. */
function busiest(arrivals: readonly number[]): number {
  return Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1000).length))
}

describe('no more calls arrive in any second than the limit', () => {
  test('of one client', async () => {
    const { arrivals, clientOf } = await timedServer()
    await askAll([clientOf({})], 18)
    expect(arrivals).toHaveLength(18)
    // The Basic quota.
    expect(busiest(arrivals)).toBeLessThanOrEqual(5)
  })

  test('of several clients with one access key', async () => {
    const { arrivals, clientOf } = await timedServer()
    await askAll([clientOf({ perSecond: 5 }), clientOf({ perSecond: 5 }), clientOf({ perSecond: 5 })], 4)
    expect(busiest(arrivals)).toBeLessThanOrEqual(5)
  })

  test('of two keys of one account, whose name is given', async () => {
    const { arrivals, clientOf } = await timedServer()
    const other = { ...key, accessKeyId: 'OTHERKEYID' }
    const limit = { perSecond: 4, account: 'retail' }
    await askAll([clientOf(limit), clientOf(limit, other)], 5)
    expect(busiest(arrivals)).toBeLessThanOrEqual(4)
  })

  test('when one in five is throttled, and all are done in the end', async () => {
    const throttled: Reply = { status: 400, body: { Code: '9990020002', Message: 'Throttling.User' } }
    const { arrivals, clientOf } = await timedServer((count) => (count % 5 === 0 ? throttled : fine))
    const answers = await askAll([clientOf({ perSecond: 40 })], 120)
    expect(answers).toHaveLength(120)
    expect(arrivals.length).toBeGreaterThanOrEqual(149)
    expect(busiest(arrivals)).toBeLessThanOrEqual(40)
  })

  test('when answers take long', async () => {
    const slow: Reply = {
      raw: (response) => {
        setTimeout(() => response.end(JSON.stringify(fine.body)), 600)
      },
    }
    const { arrivals, clientOf } = await timedServer(() => slow)
    await askAll([clientOf({ perSecond: 3 })], 7)
    expect(busiest(arrivals)).toBeLessThanOrEqual(3)
  })
})

test('different access keys are different accounts', async () => {
  const { arrivals, clientOf } = await timedServer()
  await askAll([clientOf({ perSecond: 2 }), clientOf({ perSecond: 2 }, { ...key, accessKeyId: 'OTHER' })], 2)
  // Of one account they would be two in the first second.
  expect(busiest(arrivals)).toBeGreaterThan(2)
})

test.each([undefined, false] as const)('a server on this machine has no limit by %j', async (rateLimit) => {
  const { arrivals, clientOf } = await timedServer()
  await askAll([clientOf(rateLimit)], 30)
  expect(arrivals).toHaveLength(30)
  expect(busiest(arrivals)).toBeGreaterThan(5)
})

test('throttled calls go on where others give up', async () => {
  const throttled: Reply = { status: 429, body: { Code: 'Throttling.User' } }
  const { arrivals, clientOf } = await timedServer((count) => (count < 10 ? throttled : fine))
  expect(await ask(clientOf(false))).toMatchObject({ jobId: '1' })
  expect(arrivals).toHaveLength(10)
})

test('what the service asks of one call is done by all that wait', async () => {
  const busy: Reply = { status: 429, headers: { 'x-acs-retry-after': '400' }, body: { Code: 'Throttling.User' } }
  const { arrivals, clientOf } = await timedServer((count) => (count === 1 ? busy : fine))
  const client = clientOf({ perSecond: 100 })
  const first = ask(client)
  while (arrivals.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  await new Promise((resolve) => setTimeout(resolve, 30))
  await Promise.all([first, askAll([client], 5)])
  const [start = 0, ...rest] = arrivals
  expect(Math.min(...rest) - start).toBeGreaterThanOrEqual(390)
})

describe('the budget', () => {
  test('counts the calls of the day over all clients of an account, repetitions included', async () => {
    const { clientOf } = await timedServer((count) => (count === 1 ? { status: 500, body: { Code: 'X' } } : fine))
    const client = clientOf({ perSecond: 100, perDay: 10 })
    expect(client.budget()).toMatchObject({ perSecond: 100, perDay: 10, calls: 0, left: 10 })
    await ask(client)
    await ask(clientOf(false))
    expect(client.budget()).toMatchObject({ calls: 3, left: 7, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    expect(clientOf(false).budget()).toMatchObject({ calls: 3, left: Number.POSITIVE_INFINITY })
  })

  test('is not overdrawn: what is beyond it is not sent', async () => {
    const { arrivals, clientOf } = await timedServer()
    const client = clientOf({ perSecond: 100, perDay: 3 })
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => ask(client)))
    expect(results.map(({ status }) => status).sort()).toEqual(
      [...Array.from({ length: 3 }, () => 'fulfilled'), ...Array.from({ length: 2 }, () => 'rejected')].sort(),
    )
    expect(arrivals).toHaveLength(3)
    const error = await caught(ask(client))
    expect(error).toMatchObject({
      kind: 'quota-exceeded',
      code: 'DailyLimit',
      action: 'GetJobStatus',
      ambiguous: false,
    })
  })
})

test.each([
  [{ perSecond: 0 }, RangeError, 'rateLimit.perSecond'],
  [{ perSecond: 1.5 }, RangeError, 'rateLimit.perSecond'],
  [{ perSecond: Number.NaN }, RangeError, 'rateLimit.perSecond'],
  [{ perSecond: '5' }, TypeError, 'perSecond'],
  [{ perDay: 0 }, RangeError, 'rateLimit.perDay'],
  [{ perDay: -1 }, RangeError, 'rateLimit.perDay'],
  [{ perMinute: 5 }, TypeError, 'perMinute'],
  [{ account: 5 }, TypeError, 'account'],
  [true, TypeError, 'rateLimit'],
  [5, TypeError, 'rateLimit'],
])('a limit of %j is refused when the client is made', (given, kind, named) => {
  const rateLimit: never = given as never
  const make = () => createClient({ endpoint: 'host', rateLimit })
  expect(make).toThrow(kind)
  expect(make).toThrow(named)
})
