import { type Credentials, createClient, type DataWorksClient } from 'flowspec/dataworks'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { caught } from './support/caught.ts'
import { temporaryKey } from './support/key.ts'
import { type Reply, startLoopbackServer } from './support/loopback-server.ts'

const fine: Reply = { body: { JobStatus: { JobId: '1', Status: 'Running' } } }
const minute = 60_000
const ask = (client: DataWorksClient) => client.getJobStatus({ jobId: '1' })

afterEach(() => {
  vi.useRealTimers()
})

/** A source that gives keys with a number in their token, good for some time each. */
function numbered(goodFor: (count: number) => number | undefined) {
  let count = 0
  const credentials = async (): Promise<Credentials> => {
    count += 1
    const left = goodFor(count)
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (left === undefined) return { ...temporaryKey, securityToken: `token-${count}` }
    if (Number.isNaN(left)) throw new Error('the source is down')
    return { ...temporaryKey, securityToken: `token-${count}`, expiration: new Date(Date.now() + left) }
  }
  return { credentials, asked: () => count }
}

async function clientOf(credentials: () => Promise<Credentials>, ...replies: Reply[]) {
  const server = await startLoopbackServer(...replies, fine)
  const tokens = () => server.requests.map(({ headers }) => headers['x-acs-security-token'])
  return { tokens, client: createClient({ endpoint: server.url, credentials, retry: { baseDelay: 1 } }) }
}

describe('temporary credentials', () => {
  test('are kept until 15 minutes before they expire', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { credentials, asked } = numbered(() => 60 * minute)
    const { client, tokens } = await clientOf(credentials)
    await ask(client)
    vi.setSystemTime(Date.now() + 44 * minute)
    await ask(client)
    expect(asked()).toBe(1)
    vi.setSystemTime(Date.now() + 2 * minute)
    await ask(client)
    expect(tokens()).toEqual(['token-1', 'token-1', 'token-2'])
  })

  test.each([
    ['a date', 0],
    ['text', 1],
    ['milliseconds', 2],
  ] as const)('may say that by %s', async (_, how) => {
    let asked = 0
    const at = Date.now() + 60 * minute
    const spellings = [new Date(at), new Date(at).toISOString(), at]
    const { client } = await clientOf(async () => {
      asked += 1
      return { ...temporaryKey, expiration: spellings[how] }
    })
    await ask(client)
    await ask(client)
    expect(asked).toBe(1)
  })

  test('are asked for once, however many requests wait for them', async () => {
    const { credentials, asked } = numbered(() => 60 * minute)
    const { client, tokens } = await clientOf(credentials)
    await Promise.all(Array.from({ length: 30 }, () => ask(client)))
    expect(asked()).toBe(1)
    expect(tokens()).toHaveLength(30)
  })

  test('are refreshed once, however many requests are under way', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { credentials, asked } = numbered(() => 60 * minute)
    const { client } = await clientOf(credentials)
    await ask(client)
    vi.setSystemTime(Date.now() + 50 * minute)
    await Promise.all(Array.from({ length: 30 }, () => ask(client)))
    expect(asked()).toBe(2)
  })

  test('are used to their end when they cannot be refreshed', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { credentials } = numbered((count) => (count === 1 ? 60 * minute : Number.NaN))
    const { client, tokens } = await clientOf(credentials)
    await ask(client)
    vi.setSystemTime(Date.now() + 50 * minute)
    await ask(client)
    expect(tokens()).toEqual(['token-1', 'token-1'])
    vi.setSystemTime(Date.now() + 11 * minute)
    expect(await caught(ask(client))).toMatchObject({ kind: 'no-credentials', code: 'CredentialsSourceFailed' })
  })

  test('are not sent when they have expired', async () => {
    const { credentials } = numbered(() => -1)
    const { client, tokens } = await clientOf(credentials)
    expect(await caught(ask(client))).toMatchObject({
      kind: 'no-credentials',
      code: 'CredentialsExpired',
      retryable: false,
    })
    expect(tokens()).toEqual([])
  })

  test('that the service refuses are asked for anew by the next request', async () => {
    const { credentials } = numbered(() => 60 * minute)
    const refused: Reply = { status: 400, body: { Code: 'InvalidSecurityToken.Expired', Message: 'expired' } }
    const { client, tokens } = await clientOf(credentials, refused)
    expect(await caught(ask(client))).toMatchObject({ kind: 'credentials-rejected' })
    await ask(client)
    expect(tokens()).toEqual(['token-1', 'token-2'])
  })

  test('that do not say when they expire are asked for with each request', async () => {
    const { credentials } = numbered(() => undefined)
    const { client, tokens } = await clientOf(credentials)
    await ask(client)
    await ask(client)
    expect(tokens()).toEqual(['token-1', 'token-2'])
  })

  test.each(['soon', Number.NaN, {}, true])('that expire at %j are refused', async (given) => {
    const expiration: never = given as never
    const client = createClient({ endpoint: 'host', credentials: { ...temporaryKey, expiration } })
    expect(await caught(ask(client))).toMatchObject({ kind: 'no-credentials', reason: 'expiration is no time' })
  })
})

test('a source that hangs once is asked again by the next request', async () => {
  let count = 0
  const credentials = (): Promise<Credentials> => {
    count += 1
    return count === 1 ? new Promise(() => {}) : Promise.resolve(temporaryKey)
  }
  const server = await startLoopbackServer(fine)
  const client = createClient({ endpoint: server.url, credentials, timeout: 40, retry: { baseDelay: 1 } })
  expect(await ask(client)).toMatchObject({ jobId: '1' })
  expect(count).toBe(2)
})
