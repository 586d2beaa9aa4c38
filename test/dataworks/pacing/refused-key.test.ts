import { type Credentials, createClient, type DataWorksClient } from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { caught } from '../support/caught.ts'
import { key } from '../support/key.ts'
import { type Reply, startLoopbackServer } from '../support/loopback-server.ts'

const ask = (client: DataWorksClient) => client.listNodes({ projectId: 10000 })
const ended = (calls: readonly Promise<unknown>[]) => Promise.all(calls.map((call) => caught(call)))

async function emulator() {
  const started = await startEmulator()
  onTestFinished(() => started.stop())
  return started
}

describe('a key that is refused is not tried again and again', () => {
  test.each<[string, Partial<Credentials>, string]>([
    ['an unknown access key', { accessKeyId: 'NOSUCHKEY' }, 'credentials-rejected'],
    ['a wrong secret', { accessKeySecret: 'wrong-secret' }, 'signature-rejected'],
    ['a token that does not belong to it', { securityToken: 'token' }, 'credentials-rejected'],
  ])('%s', async (_, wrong, kind) => {
    const started = await emulator()
    const { url, credentials } = started
    const client = createClient({ endpoint: url, credentials: { ...credentials, ...wrong } })
    const errors = await ended(Array.from({ length: 50 }, () => ask(client)))
    expect(errors).toHaveLength(50)
    for (const error of errors) expect(error).toMatchObject({ kind, action: 'ListNodes', retryable: false })
    expect(started.requests).toHaveLength(1)
  })

  test('that has to wait for its turn', async () => {
    let count = 0
    const revoked: Reply = { status: 404, body: { Code: 'InvalidAccessKeyId.Inactive', Message: 'disabled' } }
    const { url, requests } = await startLoopbackServer(() => {
      count += 1
      return count < 8 ? { body: { PagingInfo: { Nodes: [], TotalCount: 0 } } } : revoked
    })
    const client = createClient({ endpoint: url, credentials: key, rateLimit: { perSecond: 5 } })
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => ask(client)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(7)
    // Those that were under way with it, and no more.
    expect(requests.length).toBeLessThanOrEqual(7 + 5)
  })

  test('of a source that has none', async () => {
    let asked = 0
    const credentials = () => {
      asked += 1
      return Promise.reject(new Error('none'))
    }
    const client = createClient({ endpoint: 'host', credentials })
    const errors = await ended(Array.from({ length: 50 }, () => ask(client)))
    expect(errors[49]).toMatchObject({ kind: 'no-credentials', ambiguous: false })
    expect(asked).toBe(1)
  })
})

test('a key that is mended is used by the next call', async () => {
  const { url, credentials } = await emulator()
  let given: Credentials = { ...credentials, accessKeySecret: 'wrong-secret' }
  const client = createClient({ endpoint: url, credentials: () => given })
  await ended([ask(client), ask(client)])
  given = credentials
  const pages = await Promise.all([ask(client), ask(client), ask(client)])
  expect(pages).toHaveLength(3)
})

test('another refusal holds nobody back', async () => {
  const started = await emulator()
  const client = createClient({ endpoint: started.url, credentials: started.credentials })
  const calls = Array.from({ length: 10 }, (_, at) => client.listNodes({ projectId: at === 0 ? 99 : 10000 }))
  const results = await Promise.allSettled(calls)
  expect(results.map(({ status }) => status).slice(0, 2)).toEqual(['rejected', 'fulfilled'])
  expect(started.requests).toHaveLength(10)
})

test('a first call that takes long holds nobody back for ever', async () => {
  const silent: Reply = { raw: () => {} }
  const { url } = await startLoopbackServer(silent, { body: { PagingInfo: { Nodes: [], TotalCount: 0 } } })
  const client = createClient({ endpoint: url, credentials: key })
  void ask(client).catch(() => {})
  expect(await ask(client)).toMatchObject({ items: [] })
}, 8000)
